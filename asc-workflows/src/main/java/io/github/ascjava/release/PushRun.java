package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.NotFoundException;
import io.github.ascjava.client.model.apps.AppInfoLocalization;
import io.github.ascjava.client.model.apps.AppInfoLocalizationCreate;
import io.github.ascjava.client.model.appstore.AppStoreVersionLocalization;
import io.github.ascjava.client.model.appstore.AppStoreVersionLocalizationCreate;
import io.github.ascjava.release.MetadataWrite.Action;
import io.github.ascjava.release.internal.metadata.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends the requests of a plan, one after the other. */
final class PushRun {

    /** Statuses that concern one localization, so that the others can go on. */
    private static final Set<Integer> REJECTED = Set.of(400, 404, 409, 422);

    private final AppStoreConnect asc;
    private final LiveMetadata live;
    private final MetadataListener listener;
    private final List<MetadataWrite> done = new ArrayList<>();
    private final List<MetadataProblem> failures = new ArrayList<>();
    private @Nullable ApiException firstFailure;

    PushRun(AppStoreConnect asc, LiveMetadata live, MetadataListener listener) {
        this.asc = asc;
        this.live = live;
        this.listener = listener;
    }

    /** Returns the requests that Apple has accepted. */
    List<MetadataWrite> done() {
        return done;
    }

    void send(List<MetadataWrite> writes) {
        for (MetadataWrite write : writes) {
            try {
                send(write);
                done.add(write);
            } catch (ApiException e) {
                if (!REJECTED.contains(e.status())) {
                    throw e;
                }
                firstFailure = firstFailure == null ? e : firstFailure;
                failures.add(new MetadataProblem(
                        "",
                        0,
                        write.locale(),
                        null,
                        write.locale() + " " + write.part() + ": " + e.getMessage(),
                        true));
                continue;
            }
            listener.onWritten(write);
        }
        if (!failures.isEmpty()) {
            throw new MetadataException(
                    "Apple has rejected " + failures.size() + " of " + writes.size()
                            + " changes; the others are made. Correct the texts and push again.",
                    failures,
                    firstFailure);
        }
    }

    private void send(MetadataWrite write) {
        switch (write.action()) {
            case CREATE -> create(write);
            case UPDATE -> update(write, Objects.requireNonNull(write.id()));
            case DELETE -> delete(write, Objects.requireNonNull(write.id()));
        }
    }

    /**
     * A localization may exist in spite of an error (docs/live-service.md#writes-may-succeed-despite-an-error), or because
     * Apple has made it together with that of the version. Then it gets the texts, unless it has them.
     */
    private void create(MetadataWrite write) {
        if (write.part() == MetadataPart.VERSION) {
            AppStoreVersionLocalizationCreate.Builder body = AppStoreVersionLocalizationCreate.builder()
                    .locale(write.locale())
                    .appStoreVersion(live.version().id());
            write.values().forEach(body::attribute);
            CreateOrUpdate.execute(
                    asc.appStoreVersionLocalizations().create(body.build()),
                    id -> versionTexts(write, id).execute());
        } else {
            AppInfoLocalizationCreate.Builder body = AppInfoLocalizationCreate.builder()
                    .locale(write.locale())
                    .appInfo(live.appInfo().id());
            write.values().forEach(body::attribute);
            CreateOrUpdate.execute(
                    asc.appInfoLocalizations().create(body.build()),
                    id -> appInfoTexts(write, id).execute());
        }
    }

    private void update(MetadataWrite write, String id) {
        if (write.part() == MetadataPart.VERSION) {
            versionTexts(write, id).execute();
        } else {
            appInfoTexts(write, id).execute();
        }
    }

    private ApiCall<AppStoreVersionLocalization> versionTexts(MetadataWrite write, String id) {
        return asc.appStoreVersionLocalizations()
                .update(id, body -> write.values().forEach(body::attribute));
    }

    private ApiCall<AppInfoLocalization> appInfoTexts(MetadataWrite write, String id) {
        return asc.appInfoLocalizations().update(id, body -> write.values().forEach(body::attribute));
    }

    private void delete(MetadataWrite write, String id) {
        try {
            if (write.part() == MetadataPart.VERSION) {
                asc.appStoreVersionLocalizations().delete(id).execute();
            } else {
                asc.appInfoLocalizations().delete(id).execute();
            }
        } catch (NotFoundException e) {
            // It is gone, perhaps together with that of the version.
        }
    }

    /** Returns what the done requests have made of texts. */
    static Map<String, Map<TextField, @Nullable String>> texts(List<MetadataWrite> done) {
        Map<String, Map<TextField, @Nullable String>> texts = new TreeMap<>();
        for (MetadataWrite write : done) {
            for (TextField field : TextField.values()) {
                boolean isWhole = write.action() != Action.UPDATE && LiveMetadata.part(field) == write.part();
                if (isWhole || write.values().containsKey(field.key())) {
                    texts.computeIfAbsent(write.locale(), locale -> new TreeMap<>())
                            .put(field, write.values().get(field.key()));
                }
            }
        }
        return texts;
    }
}
