package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.Answer;
import io.github.ascjava.testing.Documents;
import io.github.ascjava.testing.ResourceObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnalyticsCommandTest extends SandboxedTest {

    private static final String APP = "com.example.cortado";
    private static final String APP_ID = "1074682240";

    @Test
    void showsTheNewestDayWithData() {
        Program run = run("analytics", APP, "--by", "day");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("DAY ")
                .containsPattern("2026-11-23 +First-time download +\\d+")
                .doesNotContain("2026-11-22");
        assertThat(run.err()).contains("The figures of 2026-11-23 are not complete yet.");
    }

    @Test
    void countsEachEventOnItsOwn() {
        Program run = run(
                "analytics",
                APP,
                "--report",
                "App Store Discovery and Engagement Standard",
                "--from",
                "2026-11-18",
                "--until",
                "2026-11-18",
                "--by",
                "app");

        assertThat(run.out())
                .containsPattern("Your Next Cortado +Impression +\\d+")
                .containsPattern("Your Next Cortado +Page view +\\d+")
                .containsPattern("Your Next Cortado +Tap +\\d+");
    }

    @Test
    void aFolderHasAFilePerDayAndCompleteDaysAreNotDownloadedAgain() throws IOException {
        Path to = folder.resolve("downloads");
        run("analytics", APP, "--from", "2026-11-17", "--until", "2026-11-18", "--to", to.toString());
        long downloads = downloads();
        assertThat(downloads).isPositive();

        Program second = run("analytics", APP, "--from", "2026-11-17", "--until", "2026-11-18", "--to", to.toString());

        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(downloads()).isEqualTo(downloads);
        try (Stream<Path> files = Files.list(to)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "analytics-1074682240-app-downloads-standard-2026-11-17.csv",
                            "analytics-1074682240-app-downloads-standard-2026-11-18.csv",
                            "originals");
        }
    }

    @Test
    void anIncompleteDayIsReplacedWhenItIsComplete() throws IOException {
        Path originals = folder.resolve("downloads/originals");
        String[] command = {
            "analytics",
            APP,
            "--from",
            "2026-11-23",
            "--until",
            "2026-11-23",
            "--to",
            folder.resolve("downloads").toString()
        };
        run(command);
        assertThat(names(originals))
                .containsExactly("analytics-1074682240-app-downloads-standard-2026-11-23.partial.csv");

        sandbox.advanceTime(Duration.ofDays(1));
        run(command);

        assertThat(names(originals)).containsExactly("analytics-1074682240-app-downloads-standard-2026-11-23.csv");
    }

    @Test
    void rowsGoToAFile() throws IOException {
        Path file = folder.resolve("out.csv");

        run("analytics", APP_ID, "--from", "2026-11-18", "--until", "2026-11-18", "--to", file.toString());

        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).startsWith("Date,App Name,App Apple Identifier,Download Type,");
        assertThat(lines.subList(1, lines.size()))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("2026-11-18,Your Next Cortado,"));
    }

    @Test
    void anAppWithoutARequestIsToldHowToMakeOne() {
        Program before = run("analytics", "com.example.tides");
        assertThat(before.exitCode()).isEqualTo(1);
        assertThat(before.err())
                .contains("because none were requested. Request them with: asc analytics com.example.tides --request");

        Program request = run("analytics", "com.example.tides", "--request");

        assertThat(request.exitCode()).as(request.err()).isZero();
        assertThat(run("analytics", "com.example.tides").err())
                .contains("The first ones follow two days after the request");
    }

    @Test
    void aRequestThatAppleStoppedIsRenewedAfterAsking() {
        String stopped = requestOf(APP_ID);
        Answer answer = Answer.json(
                200,
                Documents.list(List.of(ResourceObject.of("analyticsReportRequests", stopped)
                        .attribute("accessType", "ONGOING")
                        .attribute("stoppedDueToInactivity", true))));
        sandbox.on("GET", "/v1/apps/" + APP_ID + "/analyticsReportRequests").answerNext(answer, answer, answer, answer);

        Program note = run("analytics", APP);
        Program request = answering("yes", "analytics", APP, "--request");

        assertThat(note.err()).contains("Renew it with: asc analytics com.example.cortado --request");
        assertThat(request.err()).contains("Renew it? Its reports are deleted. [y/N]");
        assertThat(requestOf(APP_ID)).isNotEqualTo(stopped);
    }

    @Test
    void aDryRunRequestsNothing() {
        Program run = run("analytics", "com.example.tides", "--request", "--dry-run");

        assertThat(run.out()).startsWith("POST /v1/analyticsReportRequests").contains("ONGOING");
        assertThat(writes()).isZero();
    }

    @Test
    void anUnknownReportComesWithTheNamesOfAll() {
        Program run = run("analytics", APP, "--report", "Downloads");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("There is no analytics report 'Downloads'. The request has: ", "App Downloads Standard");
    }

    @Test
    void anUnknownAppIsNamed() {
        assertThat(run("analytics", "com.example.none").err())
                .isEqualToIgnoringNewLines("No app has the bundle ID com.example.none. See them all with: asc apps");
    }

    private String requestOf(String app) {
        return sandbox.client()
                .apps()
                .listAnalyticsReportRequests(app)
                .iterator()
                .next()
                .id();
    }

    private long downloads() {
        return sandbox.requests().stream()
                .filter(request -> request.path().contains("analytics-report-segments"))
                .count();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
