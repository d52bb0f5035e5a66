package io.github.ascjava.examples.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.release.MetadataDifference;
import io.github.ascjava.release.MetadataPlan;
import io.github.ascjava.release.MetadataProblem;
import io.github.ascjava.release.MetadataWrite;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows the plan of a push, for people or for programs. */
final class PlanView {

    private static final int SHORT = 40;

    private final Terminal terminal;
    private final boolean isJson;
    private final MetadataPlan plan;

    PlanView(Terminal terminal, boolean isJson, MetadataPlan plan) {
        this.terminal = terminal;
        this.isJson = isJson;
        this.plan = plan;
    }

    void show() {
        if (isJson) {
            terminal.block(json());
            terminal.out().flush();
            return;
        }
        plan.warnings().stream().map(MetadataProblem::toString).forEach(terminal::note);
        if (!plan.isDifferent()) {
            terminal.line("No difference: version " + plan.version() + " has the texts of the files.");
            return;
        }
        new OutputOptions().print(rows(), terminal);
        terminal.note(
                requests() + ", version " + plan.version() + " for " + plan.platform() + ". Plan hash: " + plan.hash());
    }

    private String requests() {
        int requests = plan.writes().size();
        return requests == 1 ? "1 request" : requests + " requests";
    }

    private Rows rows() {
        Rows rows = new Rows("LOCALE", "OF", "TEXT", "WHAT", "PUSHED", "FILES", "APP STORE CONNECT");
        for (MetadataDifference each : plan.differences()) {
            rows.add(
                    each.locale(),
                    each.part(),
                    each.key(),
                    each.kind().name().toLowerCase(Locale.ROOT),
                    each.isPushed() ? "yes" : "no",
                    shortened(each.fileValue()),
                    shortened(each.liveValue()));
        }
        plan.writes().stream()
                .filter(write -> write.action() == MetadataWrite.Action.DELETE)
                .forEach(write -> rows.add(write.locale(), write.part(), "all", "deletion", "yes", null, null));
        return rows;
    }

    private static @Nullable String shortened(@Nullable String text) {
        if (text == null || text.codePointCount(0, text.length()) <= SHORT) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, SHORT)) + "…";
    }

    private String json() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode()
                .put("app", plan.appId())
                .put("platform", plan.platform().value())
                .put("version", plan.version())
                .put("hash", plan.hash());
        ArrayNode differences = root.putArray("differences");
        for (MetadataDifference each : plan.differences()) {
            differences
                    .addObject()
                    .put("locale", each.locale())
                    .put("part", each.part().name())
                    .put("key", each.key())
                    .put("kind", each.kind().name())
                    .put("pushed", each.isPushed())
                    .put("files", each.fileValue())
                    .put("live", each.liveValue());
        }
        ArrayNode requests = root.putArray("requests");
        for (MetadataWrite each : plan.writes()) {
            ObjectNode request = requests.addObject()
                    .put("action", each.action().name())
                    .put("part", each.part().name())
                    .put("locale", each.locale());
            each.values().keySet().forEach(request.putArray("keys")::add);
        }
        ArrayNode warnings = root.putArray("warnings");
        plan.warnings().forEach(warning -> warnings.add(warning.toString()));
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written.", e);
        }
    }
}
