package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.apps.AppCategory;
import io.github.ascjava.client.model.apps.AppCategoryInclude;
import io.github.ascjava.client.model.apps.AppContentRightsDeclaration;
import io.github.ascjava.client.model.appstore.AppStoreVersionReleaseType;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.release.internal.KnownNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what is wrong with options before anything of the app is read. */
final class VersionCheck {

    /** Longer ones are not accepted (docs/live-service.md#versions-have-eighteen-characters). */
    private static final int LONGEST = 18;

    private static final int MOST_SUBCATEGORIES = 50;

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+){0,2}");

    private final AppStoreConnect asc;
    private final VersionOptions options;
    private final List<String> problems = new ArrayList<>();

    VersionCheck(AppStoreConnect asc, VersionOptions options) {
        this.asc = asc;
        this.options = options;
    }

    List<String> problems() {
        String number = options.versionString();
        if (!NUMBER.matcher(number).matches() || number.length() > LONGEST) {
            problems.add("A version is one to three numbers with dots between them and at most " + LONGEST
                    + " characters, such as 1.2.3, but was " + number + ".");
        }
        add(platformProblem(options.platform()));
        checkRelease();
        AppContentRightsDeclaration rights = options.values().contentRights;
        if (rights != null) {
            add(KnownNames.problem(
                    "content rights declaration",
                    rights.value(),
                    KnownNames.values(AppContentRightsDeclaration.class)));
        }
        options.values().ageRating.forEach((name, answer) -> add(AgeRatingAnswers.problem(name, answer)));
        checkFiles();
        if (!options.values().categories.isEmpty()) {
            checkCategories();
        }
        return problems;
    }

    static Optional<String> platformProblem(Platform platform) {
        return KnownNames.problem("platform", platform.value(), KnownNames.values(Platform.class));
    }

    private void add(Optional<String> problem) {
        problem.ifPresent(problems::add);
    }

    private void checkRelease() {
        Object type = options.values().attributes.get("releaseType");
        Object date = options.values().attributes.get("earliestReleaseDate");
        boolean isScheduled = AppStoreVersionReleaseType.SCHEDULED.equals(type);
        if (type instanceof AppStoreVersionReleaseType chosen) {
            add(KnownNames.problem(
                    "release type", chosen.value(), KnownNames.values(AppStoreVersionReleaseType.class)));
        }
        if (isScheduled && date == null) {
            problems.add("The release type SCHEDULED needs the earliest release date.");
        } else if (type != null && !isScheduled && date != null) {
            problems.add("An earliest release date needs the release type SCHEDULED, but it was " + type + ".");
        }
    }

    private void checkFiles() {
        List<Path> files = new ArrayList<>(options.values().attachments);
        Optional.ofNullable(options.values().routingCoverage).ifPresent(files::add);
        files.forEach(file -> add(LocalFile.problem(file)));
        Map<String, Path> names = new LinkedHashMap<>();
        for (Path file : options.values().attachments) {
            Path other = names.put(String.valueOf(file.getFileName()), file);
            if (other != null && !other.equals(file)) {
                problems.add("The attachments " + other + " and " + file + " have the same name. Rename one of them.");
            }
        }
    }

    private void checkCategories() {
        Map<String, List<String>> known = new LinkedHashMap<>();
        for (AppCategory each : asc.appCategories()
                .list(q -> q.existsParent(false)
                        .include(AppCategoryInclude.SUBCATEGORIES)
                        .limit(AppCategoryInclude.SUBCATEGORIES, MOST_SUBCATEGORIES)
                        .limit(AppVersions.PAGE))) {
            known.put(each.id(), each.subcategories().ids());
        }
        options.values().categories.forEach((name, category) -> {
            if (name.endsWith("Category")) {
                add(KnownNames.problem("category", category, known.keySet()));
            } else {
                String parent = options.values().categories.get(name.replaceFirst("Subcategory(One|Two)", "Category"));
                List<String> subcategories = known.getOrDefault(String.valueOf(parent), List.of());
                add(KnownNames.problem("subcategory of " + parent + " named", category, subcategories));
            }
        });
    }
}
