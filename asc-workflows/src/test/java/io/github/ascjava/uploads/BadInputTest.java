package io.github.ascjava.uploads;

import static io.github.ascjava.uploads.TestFiles.PARTS;
import static io.github.ascjava.uploads.TestFiles.SCREENSHOT;
import static io.github.ascjava.uploads.TestFiles.SCREENSHOTS;
import static io.github.ascjava.uploads.TestFiles.SET;
import static io.github.ascjava.uploads.TestFiles.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.ascjava.testing.Answer;
import io.github.ascjava.testing.Documents;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that cannot be uploaded, and reservations that do not fit their file. */
class BadInputTest {

    private static final String URL = "https://store-030.blobstore.apple.com/itmspod/1?Signature=SECRET";

    @TempDir
    Path folder;

    private final Sandbox sandbox = TestFiles.sandbox();
    private final Uploads uploads = Uploads.of(sandbox.client());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aMissingFileIsNamed() {
        assertUnreadable(folder.resolve("none.png"), "none.png could not be opened: NoSuchFileException.");
    }

    @Test
    void aFolderIsNoFile() {
        assertUnreadable(folder, "could not be opened: it is not a regular file.");
    }

    @Test
    void aFileWithoutPermissionIsNamed() throws IOException {
        Path file = TestFiles.write(folder.resolve("locked.png"), 10);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "the super-user reads every file");

        assertUnreadable(file, "locked.png could not be opened: AccessDeniedException.");
    }

    @Test
    void anEmptyFileIsNotReserved() {
        Path empty = TestFiles.write(folder.resolve("empty.png"), 0);

        assertThatThrownBy(() -> uploads.appStore().screenshot(SET, empty))
                .isInstanceOf(UploadException.class)
                .hasMessage("The file " + empty + " is empty, and Apple takes no empty file.");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void aPreviewIsAVideo() {
        Path image = TestFiles.write(folder.resolve("home.png"), 10);

        assertThatThrownBy(() -> uploads.appStore().preview("set", image))
                .isInstanceOf(UploadException.class)
                .hasMessage(
                        "An app preview is a file with the extension .mov, .m4v or .mp4, but this one is home.png.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0-5 4-6         | part 2 starts at byte 4 and overlaps another one, which ends at 5
            0-4 6-4         | no part has the bytes from 4 to 6
            0-4 4-4         | the parts end at byte 8, but the file has 10 bytes
            0-4 4-8         | the parts end at byte 12, but the file has 10 bytes
            0-0 0-10        | part 1 is empty
            2-8             | no part has the bytes from 0 to 2
            """)
    void aReservationThatDoesNotFitTheFileIsDeleted(String ranges, String problem) {
        assertReservationIsDeleted(operations(ranges, URL), problem);
    }

    @Test
    void aReservationWithoutOperationsIsDeleted() {
        assertReservationIsDeleted(List.of(), "the parts end at byte 0, but the file has 10 bytes");
    }

    @Test
    void aPartIsNotSentUnencrypted() {
        assertReservationIsDeleted(
                operations("0-10", URL.replace("https", "http")),
                "part 1 cannot be sent: its URL at store-030.blobstore.apple.com is http");
    }

    @Test
    void aPartWithoutUrlIsNotSent() {
        assertReservationIsDeleted(
                List.of(Map.of("method", "PUT", "offset", 0, "length", 10)),
                "Part 1 lacks its method, its URL, its offset or its length.");
    }

    private void assertUnreadable(Path file, String message) {
        assertThatThrownBy(() -> uploads.appStore().screenshot(SET, file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(message);
        assertThat(sandbox.requests()).isEmpty();
    }

    private void assertReservationIsDeleted(List<Map<String, Object>> operations, String problem) {
        Path file = TestFiles.write(folder.resolve("home.png"), 10);
        ResourceObject reserved = ResourceObject.of("appScreenshots", "reserved-1")
                .attribute("assetDeliveryState", Map.of("state", "AWAITING_UPLOAD"))
                .attribute("uploadOperations", operations);
        sandbox.on("POST", SCREENSHOTS).answerNext(Answer.json(201, Documents.one(reserved)));

        assertThatThrownBy(() -> uploads.appStore().screenshot(SET, file))
                .isInstanceOf(UploadException.class)
                .hasMessageStartingWith(
                        "Apple reserved appScreenshots reserved-1 for home.png, but it cannot be used. ")
                .hasMessageContaining(problem)
                .hasMessageNotContaining("SECRET");
        assertThat(requests(sandbox, "PUT", PARTS)).isEmpty();
        assertThat(requests(sandbox, "DELETE", SCREENSHOT)).hasSize(1);
    }

    private static List<Map<String, Object>> operations(String ranges, String url) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (String range : ranges.split(" ", -1)) {
            String[] numbers = range.split("-", -1);
            all.add(Map.of(
                    "method", "PUT",
                    "url", url,
                    "offset", Integer.parseInt(numbers[0]),
                    "length", Integer.parseInt(numbers[1]),
                    "requestHeaders", List.of(Map.of("name", "Content-Type", "value", "image/png"))));
        }
        return all;
    }
}
