package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.uploads.AssetSync;
import io.github.ascjava.uploads.SyncListener;
import io.github.ascjava.uploads.Uploads;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssetsSyncTest extends SandboxedTest {

    private static final String VERSION = "version-1";
    /** A version of the made-up team that can be edited. */
    private static final String MADE_UP_VERSION = "3f9cf5b2-e040-43cd-b4f4-aad6daa3018b";

    private Path screenshots = Path.of("");

    @BeforeEach
    void addVersion() throws IOException {
        sandbox.add(ResourceObject.of("appStoreVersions", VERSION));
        sandbox.add(ResourceObject.of("appStoreVersionLocalizations", "en")
                .attribute("locale", "en-US")
                .toOne("appStoreVersion", "appStoreVersions", VERSION));
        screenshots = folder.resolve("screenshots");
        Files.createDirectories(screenshots.resolve("en-US"));
        write("1.png", 312);
        write("2.png", 312);
    }

    @Test
    void thePlanIsShownBeforeItIsCarriedOut() {
        Program dry = sync("--dry-run");
        assertThat(dry.exitCode()).isZero();
        assertThat(dry.out()).isEqualTo("en-US APP_WATCH_SERIES_3: uploads 1.png 2.png, sets the order, keeps 0\n");
        assertThat(writes()).isZero();
    }

    /** Without a key, the time of the sandbox passes while Apple checks the files. */
    @Test
    void filesAreUploaded() {
        Program done = Program.run(
                "assets", "sync", screenshots.toString(), "--version-id", MADE_UP_VERSION, "--state", states());
        assertThat(done.err()).doesNotContain("Exception");
        assertThat(done.exitCode()).isZero();
        assertThat(done.out()).endsWith("Done: 2 uploaded, 0 deleted.\n");
    }

    @Test
    void nothingIsDeletedUnasked() throws IOException {
        AssetSync library = Uploads.of(sandbox.client()).sync();
        library.apply(library.plan(VERSION, screenshots), SyncListener.NONE);
        assertThat(sync().out())
                .isEqualTo("Nothing to do: the version has the screenshots and previews of the folder.\n");

        Files.delete(screenshots.resolve("en-US/2.png"));
        long before = writes();
        assertThat(sync().exitCode()).isEqualTo(1);
        assertThat(writes()).isEqualTo(before);
        assertThat(sync("--yes").out()).endsWith("Done: 0 uploaded, 1 deleted.\n");
    }

    @Test
    void everyFileHasItsLineWhenItIsDone() {
        Program done = Program.run(
                "assets", "sync", screenshots.toString(), "--version-id", MADE_UP_VERSION, "--state", states());

        assertThat(done.err().lines().filter(line -> line.contains("APP_WATCH_SERIES_3")))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("1 of 2: en-US APP_WATCH_SERIES_3 "))
                .anyMatch(line -> line.startsWith("2 of 2: en-US APP_WATCH_SERIES_3 "))
                .allMatch(line -> line.endsWith(".png is uploaded."));
    }

    @Test
    void eventsAreJson() throws IOException {
        Program done = sync("--json", "--quiet");
        assertThat(done.err()).isEmpty();
        assertThat(done.out().lines()).allMatch(line -> line.startsWith("{\"event\":\"") && line.endsWith("}"));
        String place = "\"locale\":\"en-US\",\"displayType\":\"APP_WATCH_SERIES_3\"";
        assertThat(done.out().lines().toList())
                .startsWith("{\"event\":\"plan\"," + place
                        + ",\"uploads\":[\"1.png\",\"2.png\"],\"continues\":[],\"deletes\":[],\"keeps\":0}")
                .anyMatch(line -> line.startsWith("{\"event\":\"progress\",\"file\":\"1.png\",\"stage\":\"SENDING\"")
                        && line.endsWith("," + place + "}"))
                .anyMatch(line -> line.matches("\\{\"event\":\"done\",\"file\":\"2.png\",\"type\":\"appScreenshots\","
                        + "\"id\":\"[^\"]+\"," + place + "}"))
                .endsWith("{\"event\":\"synced\",\"uploaded\":2,\"deleted\":0}");

        assertThat(sync("--json").out()).isEqualTo("{\"event\":\"synced\",\"uploaded\":0,\"deleted\":0}\n");

        Files.delete(screenshots.resolve("en-US/2.png"));
        assertThat(sync("--json", "--yes").out().lines().toList())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("{\"event\":\"deleted\",\"file\":\"2.png\","))
                .endsWith("{\"event\":\"synced\",\"uploaded\":0,\"deleted\":1}");
    }

    /** Ctrl-C in a program of its own, while the second part of a file cannot be sent. */
    @Test
    void aRunThatWasStoppedContinues() throws Exception {
        Files.delete(screenshots.resolve("en-US/2.png"));
        Path large = screenshots.resolve("en-US/1.png");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(5 * 1024 * 1024 + 1);
        }
        sandbox.on("PUT", "/asset-uploads/{id}/2").failNext(50, 503);
        ChildProgram child = ChildProgram.start(
                sandbox, "assets", "sync", screenshots.toString(), "--version-id", VERSION, "--state", states());
        child.interruptWhenAPartIsNoted(Path.of(states()));
        sandbox.reset();

        Program continued = sync();
        assertThat(continued.out().lines())
                .containsExactly("en-US APP_WATCH_SERIES_3: continues 1.png, keeps 0", "Done: 1 uploaded, 0 deleted.");
        assertThat(continued.err().lines())
                .containsExactly(
                        "en-US APP_WATCH_SERIES_3 1.png: The upload of an earlier run continues: 1 of 2 parts are sent.",
                        "1 of 1: en-US APP_WATCH_SERIES_3 1.png is uploaded.");
        assertThat(sandbox.requests().stream()
                        .filter(request -> request.method().equals("PUT")))
                .singleElement()
                .asString()
                .contains("/2?");
        assertThat(Path.of(states())).isEmptyDirectory();
    }

    @Test
    void allProblemsOfTheFolderAreShown() throws IOException {
        write("3.png", 100);
        write("4.png", 101);
        Program refused = sync();
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("en-US/3.png has 100x390 pixels", "en-US/4.png has 101x390 pixels");
        assertThat(writes()).isZero();
    }

    private Program sync(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("assets", "sync", screenshots.toString(), "--version-id", VERSION, "--state", states()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private String states() {
        return folder.resolve("states").toString();
    }

    private void write(String name, int width) throws IOException {
        BufferedImage image = new BufferedImage(width, 390, BufferedImage.TYPE_BYTE_GRAY);
        image.setRGB(name.charAt(0) - '0', 0, 0xffffff);
        ImageIO.write(image, "png", screenshots.resolve("en-US").resolve(name).toFile());
    }
}
