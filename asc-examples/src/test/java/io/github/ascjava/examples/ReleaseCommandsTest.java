package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code asc release}, on the app that has no version yet. */
class ReleaseCommandsTest extends SandboxedTest {

    private static final String APP = NewApp.BUNDLE_ID;

    @Test
    void anAppIsReleasedForTheFirstTime() {
        assertThat(run("release", "status", APP, "--check").exitCode()).isEqualTo(1);
        Program prepared = prepare();
        assertThat(prepared.err()).isEmpty();
        assertThat(prepared.out()).contains("version", "versionString", "Done: version 1.0 has the id ");
        assertThat(run("release", "status", APP, "--missing").out())
                .contains("TEXTS", "missing: description, keywords, supportUrl", "asc assets sync")
                .doesNotContain("MET");
        NewApp.describe(sandbox);
        assertThat(run("release", "status", APP, "--check").exitCode()).isZero();

        Program dry = passing("release", "submit", APP, "--dry-run");
        assertThat(dry.out()).contains("CREATE_SUBMISSION", "ADD_ITEM", "SUBMIT");
        Program submitted = passing("release", "submit", APP, "--wait");
        assertThat(submitted.exitCode()).isZero();
        assertThat(submitted.out()).contains("appStoreVersions", "APPROVED");
        assertThat(run("release", "publish", APP).out()).endsWith("Done.\n");
        sandbox.advanceTime(Duration.ofMinutes(2));
        assertThat(run("release", "phase", APP, "pause").out())
                .contains("SET_PHASE")
                .endsWith("Done.\n");

        long before = writes();
        assertThat(prepare().out()).isEqualTo("Nothing to do: version 1.0 is as wanted.\n");
        assertThat(passing("release", "submit", APP).out())
                .isEqualTo("Version 1.0 is READY_FOR_DISTRIBUTION. There is nothing to submit.\n");
        assertThat(run("release", "publish", APP).out())
                .isEqualTo("Version 1.0 is READY_FOR_DISTRIBUTION. There is nothing to release.\n");
        assertThat(run("release", "phase", APP, "pause").out())
                .isEqualTo("The phased release of version 1.0 is PAUSED, on day 1 of 7.\n");
        assertThat(writes()).isEqualTo(before);
    }

    @Test
    void textsInFilesAreRowsOfTheStatus() {
        prepare();
        NewApp.describe(sandbox);
        String texts =
                file("texts.json", "{\"fr-FR\": {\"keywords\": \"photo\", \"name\": \"" + "N".repeat(31) + "\"}}");
        assertThat(run("release", "status", APP, "--missing").out()).doesNotContain("asc metadata");
        assertThat(status(texts))
                .contains("TEXT_FILES|fr-FR|MISSING|asc metadata validate|" + texts
                        + ":1: name of fr-FR has 31 characters, and Apple accepts 30. Shorten it by 1.");

        texts = file("texts.json", "{\"fr-FR\": {\"keywords\": \"photo\"}}");
        assertThat(status(texts))
                .contains(
                        "PUSHED_TEXTS|fr-FR|MISSING|asc metadata push|changed in the files and in App Store Connect: keywords");
        assertThat(run("release", "status", APP, "--metadata", texts, "--check").exitCode())
                .isEqualTo(1);
        assertThat(run("metadata", "push", APP, texts, "--conflicts", "files").exitCode())
                .isZero();
        assertThat(run("release", "status", APP, "--metadata", texts).out().replaceAll(" {2,}", "|"))
                .contains("PUSHED_TEXTS|-|MET|-|App Store Connect has the texts of the files");
        assertThat(run("release", "status", APP, "--metadata", texts, "--check").exitCode())
                .isZero();
        String none = folder.resolve("none").toString();
        assertThat(status(none))
                .contains(
                        "TEXT_FILES|-|MISSING|asc metadata validate|" + none
                                + ": This is not a folder. Check the path, or pull the texts first.",
                        "PUSHED_TEXTS|-|UNKNOWN|asc metadata diff|texts with errors are not compared");
    }

    private Stream<String> status(String texts) {
        return run("release", "status", APP, "--metadata", texts, "--missing")
                .out()
                .lines()
                .map(line -> line.replaceAll(" {2,}", "|"));
    }

    @Test
    void plansAreShownAndNotCarriedOutOnRequest() {
        Program dry = run("release", "prepare", NewApp.ID, "1.0", "--build", "newest", "--dry-run", "--json");
        assertThat(dry.out())
                .contains(
                        "\"part\" : \"version\"",
                        "\"field\" : \"versionString\"",
                        "\"from\" : null",
                        "\"to\" : \"1.0\"")
                .contains("\"to\" : \"106\"");
        assertThat(writes()).isZero();
    }

    @Test
    void aPasswordIsNotPrinted() {
        String password = file("password.txt", "correct horse battery\n");
        Program prepared = run(
                "release",
                "prepare",
                APP,
                "1.0",
                "--demo-account",
                "demo",
                "--demo-password",
                "@file:" + password,
                "-v");
        assertThat(prepared.exitCode()).isZero();
        assertThat(prepared.out()).contains("(not shown)");
        assertThat(prepared.out() + prepared.err()).doesNotContain("battery");
    }

    @Test
    void valuesOfAnotherFormAreToldInSentences() throws IOException {
        assertThat(wrong(2, "--release-date", "2027-01-01"))
                .contains("2027-01-01 is not a time with its offset from UTC, such as 2026-12-24T08:00:00+01:00")
                .doesNotContain("java.");
        assertThat(wrong(2, "--category", "GAMES,GAMES_PUZZLE,GAMES_BOARD,GAMES_CARD"))
                .startsWith("A category has two subcategories at most, but there were 3");
        String rating = file("rating.json", "");
        Files.write(Path.of(rating), new byte[] {(byte) 0xFF, (byte) 0xFE});
        assertThat(wrong(1, "--age-rating", rating))
                .isEqualTo("The file " + rating + " is not in UTF-8. Save it in UTF-8.\n");
        assertThat(wrong(1, "--age-rating", rating + ".json"))
                .isEqualTo("The file " + rating + ".json does not exist.\n");
        String folder = String.valueOf(Path.of(rating).getParent());
        assertThat(wrong(1, "--age-rating", folder)).startsWith("The file " + folder + " cannot be read: ");
    }

    private String wrong(int exitCode, String option, String value) {
        Program program = run("release", "prepare", APP, "1.0", option, value);
        assertThat(program.exitCode()).isEqualTo(exitCode);
        return program.err();
    }

    @Test
    void thereIsJsonEvenIfNothingWasEverSubmitted() {
        Program submitted = run("release", "submit", "com.example.trailledger", "--wait", "--json");
        assertThat(submitted.exitCode()).isZero();
        assertThat(submitted.out()).isEqualTo("[ ]\n");
    }

    @Test
    void anItemNeedsTypeAndId() {
        for (String item : List.of("appEvents", "appEvents/", "/77")) {
            Program wrong = run("release", "submit", APP, "--item", item);
            assertThat(wrong.exitCode()).isEqualTo(2);
            assertThat(wrong.err())
                    .startsWith("--item is TYPE/ID, such as appEvents/6475012345, but was " + item + ".");
        }
        assertThat(run("release", "submit", APP, "--item", "appEvent/77").err())
                .startsWith(
                        "--item cannot be appEvent/77. There is no type of review item appEvent. Did you mean appEvents?");
    }

    @Test
    void mistakesAreToldWithTheNearestName() {
        Program wrong = run(
                "release",
                "prepare",
                APP,
                "1.0",
                "--category",
                "FOOD_AND_DRINKS",
                "--age-rating",
                file("rating.json", "{\"gambeling\": false}"));
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).isEqualTo("""
                        Version 1.0 cannot be prepared; nothing was changed.
                        There is no age rating gambeling. Did you mean gambling?
                        There is no category FOOD_AND_DRINKS. Did you mean FOOD_AND_DRINK?
                        """);
        assertThat(writes()).isZero();
    }

    @Test
    void wrongUsageIsNotSent() {
        assertThat(run("release", "submit", APP, "--item", "appEvnts/1").err())
                .contains("--item cannot be appEvnts/1.", "Did you mean appEvents?");
        assertThat(run("release", "phase", APP, "stop").exitCode()).isEqualTo(2);
        assertThat(run("release", "status", APP, "--platform", "IOSS").err())
                .startsWith("--platform cannot be IOSS. Possible are: IOS, MAC_OS, TV_OS, VISION_OS.");
        assertThat(run("release", "prepare", APP, "1.0", "--release-type", "MANUALLY")
                        .err())
                .startsWith("--release-type cannot be MANUALLY. Possible are: MANUAL, AFTER_APPROVAL, SCHEDULED.");
        assertThat(run("release", "status", "com.example.nothing").err())
                .contains("No app has the bundle ID com.example.nothing.");
        assertThat(run("release", "prepare", APP, "1.0", "--age-rating", file("a.json", "{\"gambling\":"))
                        .err())
                .contains("a.json is not JSON", "line 1");
        assertThat(writes()).isZero();
    }

    @Test
    void aReviewIsCanceledAfterAQuestion() {
        prepare();
        NewApp.describe(sandbox);
        passing("release", "submit", APP);
        long before = writes();

        assertThat(run("release", "cancel", APP).err()).contains("Cancel the review?");
        assertThat(writes()).isEqualTo(before);
        assertThat(passing("release", "cancel", APP, "--yes").out()).endsWith("Done.\n");
        assertThat(run("release", "cancel", APP).out()).isEqualTo("There is no open review submission for IOS.\n");
    }

    private Program prepare() {
        return run(
                "release",
                "prepare",
                APP,
                "1.0",
                "--build",
                "106",
                "--uses-encryption",
                "false",
                "--release-type",
                "MANUAL",
                "--phased",
                "true",
                "--category",
                "PHOTO_AND_VIDEO",
                "--age-rating",
                file("rating.json", NewApp.ageRating()),
                "--content-rights",
                "DOES_NOT_USE_THIRD_PARTY_CONTENT",
                "--contact-first-name",
                "Maya",
                "--contact-last-name",
                "Okafor",
                "--contact-phone",
                "+1 555 0100",
                "--contact-email",
                "review@example.com");
    }

    private Program passing(String... arguments) {
        return Program.passingTime(sandbox, environment(), arguments);
    }
}
