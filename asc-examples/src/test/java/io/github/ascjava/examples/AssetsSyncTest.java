package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.uploads.AssetSync;
import io.github.ascjava.uploads.SyncListener;
import io.github.ascjava.uploads.Uploads;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Program done = Program.run("assets", "sync", screenshots.toString(), "--version-id", MADE_UP_VERSION);
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
    void allProblemsOfTheFolderAreShown() throws IOException {
        write("3.png", 100);
        write("4.png", 101);
        Program refused = sync();
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("en-US/3.png has 100x390 pixels", "en-US/4.png has 101x390 pixels");
        assertThat(writes()).isZero();
    }

    private Program sync(String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(
                new String[] {"assets", "sync", screenshots.toString(), "--version-id", VERSION}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return run(arguments);
    }

    private void write(String name, int width) throws IOException {
        BufferedImage image = new BufferedImage(width, 390, BufferedImage.TYPE_BYTE_GRAY);
        image.setRGB(name.charAt(0) - '0', 0, 0xffffff);
        ImageIO.write(image, "png", screenshots.resolve("en-US").resolve(name).toFile());
    }
}
