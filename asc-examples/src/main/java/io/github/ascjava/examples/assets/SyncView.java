package io.github.ascjava.examples.assets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.examples.cli.UploadEvents;
import io.github.ascjava.examples.cli.UploadSteps;
import io.github.ascjava.uploads.SyncFile;
import io.github.ascjava.uploads.SyncListener;
import io.github.ascjava.uploads.SyncPlan;
import io.github.ascjava.uploads.SyncRemoval;
import io.github.ascjava.uploads.SyncSet;
import io.github.ascjava.uploads.UploadListener;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows the plan of a synchronization, its work, and the result. */
final class SyncView implements SyncListener {

    private final Terminal terminal;
    private final boolean isJson;
    private final SyncPlan plan;
    private final UploadEvents events;
    private final UploadSteps steps;

    SyncView(Terminal terminal, boolean isJson, SyncPlan plan) {
        this.terminal = terminal;
        this.isJson = isJson;
        this.plan = plan;
        this.events = new UploadEvents(terminal);
        this.steps = new UploadSteps(terminal, isJson, plan.uploads() + plan.removals());
    }

    void plan() {
        if (isJson) {
            plan.warnings()
                    .forEach(warning -> events.print(events.event("notice").put("text", warning)));
            plan.sets().stream().filter(SyncSet::isChanged).forEach(this::print);
        } else {
            plan.warnings().forEach(terminal::note);
            terminal.block(
                    plan.isChanged()
                            ? plan.describe()
                            : "Nothing to do: the version has the screenshots and previews of the folder.");
        }
    }

    private void print(SyncSet set) {
        ObjectNode event = events.event("plan");
        place(set).forEach(event::put);
        ArrayNode uploads = event.putArray("uploads");
        ArrayNode continues = event.putArray("continues");
        set.uploads().forEach(file -> (file.isContinued() ? continues : uploads).add(name(file)));
        ArrayNode deletes = event.putArray("deletes");
        set.removals().forEach(removal -> deletes.add(removal.fileName()));
        events.print(event.put("keeps", set.files().size() - set.uploads().size()));
    }

    @Override
    public UploadListener uploadListener(SyncSet set, SyncFile file, UploadListener usual) {
        return steps.upload(place(set));
    }

    @Override
    public void onUploaded(SyncSet set, SyncFile file, String id) {
        steps.uploaded(place(set), name(file), type(set), id);
    }

    @Override
    public void onRemoved(SyncSet set, SyncRemoval removal) {
        steps.deleted(place(set), removal.fileName(), type(set), removal.id());
    }

    /** Takes the bar away, before the result or a failure is shown. */
    void ended() {
        steps.ended();
    }

    void result() {
        if (isJson) {
            events.print(events.event("synced").put("uploaded", plan.uploads()).put("deleted", plan.removals()));
        } else if (plan.isChanged()) {
            terminal.line("Done: " + plan.uploads() + " uploaded, " + plan.removals() + " deleted.");
        }
    }

    private static Map<String, String> place(SyncSet set) {
        Map<String, String> place = new LinkedHashMap<>();
        place.put("locale", set.locale());
        place.put("displayType", set.displayType());
        return place;
    }

    private static String type(SyncSet set) {
        return set.isPreview() ? "appPreviews" : "appScreenshots";
    }

    private static String name(SyncFile file) {
        return String.valueOf(file.path().getFileName());
    }
}
