package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.uploads.Uploads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssetsCommandTest extends SandboxedTest {

    private static final int SIZE = 5 * 1024 * 1024 + 1;

    /** A set of the sandbox with room for more screenshots. */
    private static final String SET = "50bf8c06-e0fe-48fe-8643-ce33d5392e62";

    private Path file;

    @BeforeEach
    void addSet() throws IOException {
        sandbox.add(
                ResourceObject.of("appScreenshotSets", "set-1").attribute("screenshotDisplayType", "APP_IPHONE_67"));
        file = Files.write(folder.resolve("home.png"), new byte[SIZE]);
    }

    @Test
    void uploadsAFileAndSaysWhatItIsDoing() {
        Program upload = upload();

        assertThat(upload.exitCode()).isZero();
        assertThat(upload.out()).matches("home.png is uploaded as appScreenshots [0-9a-f-]+\\.\n");
        assertThat(upload.err().lines().toList())
                .containsSubsequence(
                        "home.png: reserving.",
                        "home.png: sending.",
                        "home.png: committing.",
                        "home.png: sent; Apple is processing it.");
    }

    @Test
    void printsEventsAsJson() {
        Program upload = upload("--json", "--quiet");

        assertThat(upload.err()).isEmpty();
        List<String> events = upload.out().lines().toList();
        assertThat(events).allMatch(line -> line.startsWith("{\"event\":\"") && line.endsWith("}"));
        assertThat(events.get(0))
                .isEqualTo("{\"event\":\"progress\",\"file\":\"home.png\",\"stage\":\"RESERVING\",\"bytesSent\":0,"
                        + "\"bytesTotal\":5242881,\"partsDone\":0,\"parts\":0,\"bytesPerSecond\":0}");
        assertThat(events.get(events.size() - 1))
                .startsWith("{\"event\":\"done\",\"file\":\"home.png\",\"type\":\"appScreenshots\",\"id\":\"");
    }

    @Test
    void namesTheKindsIfItDoesNotKnowOne() {
        Program upload = run("assets", "upload", "picture", "set-1", file.toString());

        assertThat(upload.exitCode()).isEqualTo(2);
        assertThat(upload.err())
                .startsWith("KIND cannot be picture. Possible are: screenshot, preview, review-attachment,");
    }

    @Test
    void saysInASentenceWhatIsWrongWithAFile() {
        Program upload = run(
                "assets",
                "upload",
                "screenshot",
                "set-1",
                folder.resolve("none.png").toString());

        assertThat(upload.exitCode()).isEqualTo(1);
        assertThat(upload.err()).isEqualTo("The file " + folder.resolve("none.png") + " does not exist.\n");
    }

    /** Ctrl-C in a program of its own, while the second part cannot be sent. */
    @Test
    void continuesAfterCtrlC() throws Exception {
        sandbox.on("PUT", "/asset-uploads/{id}/2").failNext(50, 503);
        ChildProgram child = ChildProgram.start(
                sandbox, "assets", "upload", "screenshot", "set-1", file.toString(), "--state", state().toString());
        child.interruptWhenAPartIsNoted(state());
        sandbox.reset();

        Uploads.builder(sandbox.client())
                .stateFolder(state())
                .build()
                .appStore()
                .screenshot("set-1", file);

        assertThat(parts()).singleElement().asString().contains("/2?");
    }

    /** Uploads to a sandbox of the program, in which waits take no time. */
    private Program upload(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("assets", "upload", "screenshot", SET, file.toString(), "--state", state().toString()));
        arguments.addAll(List.of(more));
        return Program.run(arguments.toArray(String[]::new));
    }

    private Path state() {
        return folder.resolve("state");
    }

    private List<RecordedRequest> parts() {
        return sandbox.requests().stream()
                .filter(request -> request.method().equals("PUT"))
                .toList();
    }
}
