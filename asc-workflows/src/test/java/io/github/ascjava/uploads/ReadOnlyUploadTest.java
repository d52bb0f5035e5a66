package io.github.ascjava.uploads;

import static io.github.ascjava.uploads.TestFiles.PART;
import static io.github.ascjava.uploads.TestFiles.SET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.error.ReadOnlyClientException;
import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads with a client that may change nothing. */
class ReadOnlyUploadTest {

    @TempDir
    Path folder;

    private final Sandbox sandbox = TestFiles.sandbox();
    private final AppStoreConnect reader = sandbox.clientBuilder().readOnly().build();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aFileIsNotReserved() {
        Path file = TestFiles.write(folder.resolve("home.bin"), PART);

        assertThatThrownBy(() -> Uploads.of(reader).appStore().screenshot(SET, file))
                .isInstanceOf(ReadOnlyClientException.class)
                .hasMessageStartingWith("upload of home.bin: not sent");
        assertThat(sandbox.requests()).isEmpty();
    }

    /** The parts that are left need no call of the client, only their signed URLs. */
    @Test
    void anUploadThatHadBegunIsNotContinued() throws IOException {
        Path states = folder.resolve("states");
        Path file = TestFiles.write(folder.resolve("home.bin"), 5 * PART);
        Uploads writing = Uploads.builder(sandbox.client())
                .stateFolder(states)
                .parallelParts(1)
                .build();
        sandbox.on("PUT", "/asset-uploads/{id}/3").failNext(20, 503);
        assertThatThrownBy(() -> writing.appStore().screenshot(SET, file)).isInstanceOf(UploadException.class);
        sandbox.reset();

        Uploads reading = Uploads.builder(reader).stateFolder(states).build();
        assertThatThrownBy(() -> reading.appStore().screenshot(SET, file)).isInstanceOf(ReadOnlyClientException.class);

        assertThat(sandbox.requests()).isEmpty();
        assertThat(KilledUpload.files(states)).hasSize(1);
        writing.appStore().screenshot(SET, file);
        assertThat(TestFiles.requests(sandbox, "PUT", TestFiles.PARTS)).hasSize(3);
    }

    @Test
    void aBuildIsLookedForAndNotSent() throws IOException {
        sandbox.add(ResourceObject.of("apps", "1").attribute("bundleId", "com.example.app"));
        Path file = TestPackages.ipa(folder.resolve("App.ipa"), TestPackages.iosPlist("com.example.app", "1.0", "7"));

        assertThatThrownBy(() -> Uploads.of(reader).build(file))
                .isInstanceOf(ReadOnlyClientException.class)
                .hasMessageStartingWith("upload of App.ipa: not sent");
        assertThat(sandbox.requests()).extracting(RecordedRequest::method).doesNotContain("POST", "PUT", "PATCH");
    }
}
