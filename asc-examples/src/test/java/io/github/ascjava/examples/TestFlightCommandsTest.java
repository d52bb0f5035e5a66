package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class TestFlightCommandsTest extends SandboxedTest {

    private static final String TESTERS =
            "First Name,Last Name,Email\nGrace,Hopper,grace@example.com\n\"Johnson, Dr.\",Katherine,kj@example.com\n";

    @Test
    void buildsListShowsTheNewestOfEachVersion() {
        Program run = run("builds", "list", "com.example.cortado");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .hasSize(6)
                .element(1)
                .asString()
                .matches("2\\.5\\.0 +IOS +135 +2026-11-24 11:54 +PROCESSING +2027-02-2\\d");
        assertThat(run("builds", "list", "com.example.cortado", "--all").out().lines())
                .hasSize(37);
    }

    /** Apple's filter also finds bundle IDs that contain the text. */
    @Test
    void appsAreNamedByTheirBundleIdOrTheirAppleId() {
        assertThat(run("builds", "list", "1074682240").out())
                .isEqualTo(run("builds", "list", "com.example.cortado").out());
        assertThat(run("builds", "list", "1").err())
                .isEqualToIgnoringNewLines("No app has the Apple ID 1. See them all with: asc apps");
        assertThat(run("builds", "list", "com.example.cort").err())
                .isEqualToIgnoringNewLines("No app has the bundle ID com.example.cort. See them all with: asc apps");
    }

    @Test
    void inspectTellsWhatAPackageSays() throws IOException {
        Program run = Program.run("builds", "inspect", ipa("2.6.0", "200"), "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("\"bundleId\" : \"com.example.cortado\"", "\"build\" : \"200\"", "\"platform\" : \"IOS\"");
        assertThat(run.err()).isEmpty();
        assertThat(Program.run("builds", "inspect", file("No.ipa", "text")).err())
                .startsWith("No.ipa is neither an .ipa nor a .pkg file");
    }

    @Test
    void uploadEndsWhenTestersHaveTheBuild() throws IOException {
        Program run = Program.run(
                "builds",
                "upload",
                ipa("2.6.0", "200"),
                "--state",
                folder.resolve("state").toString(),
                "--uses-encryption",
                "false",
                "--whats-new",
                "en-US=The new search.",
                "--group",
                "Friends & Family");

        assertThat(run.err()).doesNotContain("Exception");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        "App.ipa is uploaded: build 200 of com.example.cortado 2.6.0 (IOS) is VALID.\n");
    }

    @Test
    void uploadChecksAndSendsNothingInADryRun() throws IOException {
        Program run = run("builds", "upload", ipa("2.6.0", "200"), "--dry-run");

        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        "App.ipa can be uploaded: build 200 of com.example.cortado 2.6.0 (IOS). Nothing was sent.\n");
        assertThat(writes()).isZero();
    }

    @Test
    void uploadNamesWhatIsWrong() throws IOException {
        Program run = run("builds", "upload", ipa("2.5.0", "134"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("has build 134 of version 2.5.0 (IOS) of com.example.cortado already");
        assertThat(writes()).isZero();
    }

    private String ipa(String version, String number) throws IOException {
        Path file = folder.resolve("App.ipa");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("Payload/App.app/Info.plist"));
            zip.write(("<plist><dict><key>CFBundleIdentifier</key><string>com.example.cortado</string>"
                            + "<key>CFBundleShortVersionString</key><string>" + version + "</string>"
                            + "<key>CFBundleVersion</key><string>" + number + "</string>"
                            + "<key>DTPlatformName</key><string>iphoneos</string></dict></plist>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return file.toString();
    }

    @Test
    void waitEndsWhenTheBuildIsProcessed() {
        assertThat(run("builds", "wait", "com.example.cortado", "134").out())
                .isEqualToNormalizingNewlines("Build 134 of Your Next Cortado is VALID.\n");
    }

    @Test
    void waitPassesTimeUntilTheBuildIsProcessed() {
        Program run = Program.run("builds", "wait", "com.example.cortado", "135");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("Build 135 of Your Next Cortado is VALID.\n");
    }

    @Test
    void waitGivesUpWhenTimeIsUp() {
        Program run = run("builds", "wait", "com.example.cortado", "999", "--minutes", "0");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Build 999 of Your Next Cortado is not there after 0 minutes.");
    }

    @Test
    void addHandsABuildToAGroup() {
        Program run = run("builds", "add", "com.example.cortado", "134", "--group", "Friends & Family");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualToNormalizingNewlines("Build 134 of Your Next Cortado is with Friends & Family.\n");
    }

    @Test
    void aGroupThatIsNotThereIsNamed() {
        Program run = run("builds", "add", "com.example.cortado", "134", "--group", "Enemies");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("The app Your Next Cortado has no group named Enemies.");
    }

    @Test
    void testersOfAGroupAreListed() {
        long inGroup = run("testers", "list", "com.example.tides", "--group", "Friends & Family")
                .out()
                .lines()
                .count();
        long all = run("testers", "list", "com.example.tides").out().lines().count();

        assertThat(inGroup).isGreaterThan(1);
        assertThat(all).isGreaterThan(inGroup);
    }

    @Test
    void importInvitesWhomItDoesNotKnow() {
        String file = file("testers.csv", TESTERS);
        Program first = run("testers", "import", file, "--app", "com.example.tides", "--group", "Friends & Family");

        assertThat(first.exitCode()).isZero();
        assertThat(first.out())
                .containsPattern("grace@example.com +Grace Hopper +invited")
                .containsPattern("kj@example.com +Johnson, Dr. Katherine +invited");

        Program second = run("testers", "import", file, "--app", "com.example.tides", "--group", "Friends & Family");
        assertThat(second.exitCode()).isZero();
        assertThat(second.out()).containsPattern("grace@example.com +Grace Hopper +in the group already");
        assertThat(writes()).isEqualTo(2);
    }

    @Test
    void aLineWithoutAnAddressIsNamedBeforeAnybodyIsInvited() {
        Program run = run(
                "testers",
                "import",
                file("testers.csv", TESTERS + "Only,Two\n"),
                "--app",
                "com.example.tides",
                "--group",
                "Friends & Family");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("testers.csv line 4 is no tester");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void aGroupWithAllBuildsNeedsNoneAdded() {
        Program run = run("builds", "add", "com.example.cortado", "127", "--group", "Team");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("has access to all builds, and so to build 127");
        assertThat(writes()).isZero();
    }
}
