package io.github.ascjava.release;

import static io.github.ascjava.release.ReadinessState.MET;
import static io.github.ascjava.release.ReadinessState.MISSING;
import static io.github.ascjava.release.ReadinessState.UNKNOWN;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.error.ForbiddenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks texts in files, and whether App Store Connect has them. Used once, by one thread. */
final class FilesReadiness {

    private final AppStoreConnect asc;
    private final MetadataFiles files;
    private final List<ReadinessItem> items = new ArrayList<>();

    FilesReadiness(AppStoreConnect asc, MetadataFiles files) {
        this.asc = asc;
        this.files = files;
    }

    /** Returns the same requirements, and those of the files. */
    Readiness addedTo(Readiness readiness) {
        boolean hasVersion = readiness.items().stream()
                .anyMatch(item -> item.requirement() == ReadinessRequirement.VERSION && item.state() == MET);
        if (hasVersion) {
            compare(new MetadataTarget(readiness.appId(), readiness.platform(), readiness.versionString()));
        } else {
            addFiles(files.validate());
            addPushed(null, UNKNOWN, "there is no version in preparation that could have them");
        }
        List<ReadinessItem> all = new ArrayList<>(readiness.items());
        all.addAll(items);
        return new Readiness(
                readiness.appId(), readiness.platform(), readiness.versionId(), readiness.versionString(), all);
    }

    private void compare(MetadataTarget target) {
        try {
            MetadataPlan plan = StoreMetadata.of(asc).plan(target, files, MetadataOptions.SAFE);
            addFiles(plan.warnings());
            addDifferences(plan.differences());
        } catch (MetadataException e) {
            addFiles(
                    e.problems().isEmpty()
                            ? List.of(MetadataProblem.error(String.valueOf(e.getMessage())))
                            : e.problems());
            addPushed(null, UNKNOWN, "texts with errors are not compared");
        } catch (ForbiddenException e) {
            addFiles(files.validate());
            addPushed(null, UNKNOWN, "The role of the key does not allow reading it");
        }
    }

    private void addFiles(List<MetadataProblem> problems) {
        for (MetadataProblem each : problems) {
            // A warning is no obstacle, but may tell that something is missing.
            ReadinessState state = each.isError() ? MISSING : UNKNOWN;
            items.add(new ReadinessItem(ReadinessRequirement.TEXT_FILES, each.locale(), state, each.toString()));
        }
        if (problems.isEmpty()) {
            items.add(
                    new ReadinessItem(ReadinessRequirement.TEXT_FILES, null, MET, "the texts in files have no errors"));
        }
    }

    /** Adds an item for each locale and kind of difference. */
    private void addDifferences(List<MetadataDifference> differences) {
        Map<String, Map<MetadataDifference.Kind, List<MetadataDifference>>> byLocale = differences.stream()
                .collect(Collectors.groupingBy(
                        MetadataDifference::locale,
                        TreeMap::new,
                        Collectors.groupingBy(MetadataDifference::kind, TreeMap::new, Collectors.toList())));
        byLocale.forEach((locale, kinds) -> kinds.forEach((kind, texts) -> {
            String keys = texts.stream().map(MetadataDifference::key).collect(Collectors.joining(", "));
            switch (kind) {
                case CHANGE -> addPushed(locale, MISSING, "not pushed: " + keys);
                case CONFLICT -> addPushed(locale, MISSING, "changed in the files and in App Store Connect: " + keys);
                case DRIFT -> addPushed(locale, UNKNOWN, "changed in App Store Connect and not pulled: " + keys);
            }
        }));
        if (differences.isEmpty()) {
            addPushed(null, MET, "App Store Connect has the texts of the files");
        }
    }

    private void addPushed(@Nullable String locale, ReadinessState state, String detail) {
        items.add(new ReadinessItem(ReadinessRequirement.PUSHED_TEXTS, locale, state, detail));
    }
}
