package com.example.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.notary.Notary;
import io.github.ascjava.notary.SubmissionFailedException;
import io.github.ascjava.notary.UploadHost;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that others wrote checks the signatures of asc-notary. */
class S3ProxyTest {

    private static final String IDENTITY = "ASIAIOSFODNN7EXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final String BUCKET = "notary-submissions-prod";
    private static final String OBJECT = "prod/AROARQRX7CZS3PRF6ZA5L:2efe2717-52ef-43a5-96dc-0797e4ca1041";

    @TempDir
    Path folder;

    private BlobStore blobs;
    private S3Proxy proxy;

    @BeforeEach
    void start() throws Exception {
        blobs = new FilesystemNio2BlobStore(
                Files.createDirectory(folder.resolve("blobs")).toString());
        blobs.createContainer(BUCKET);
        proxy = S3Proxy.builder()
                .blobStore(blobs)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, IDENTITY, SECRET)
                .ignoreUnknownHeaders(true)
                .build();
        proxy.start();
        while (!proxy.getState().equals("STARTED")) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void stop() throws Exception {
        proxy.stop();
        blobs.close();
    }

    /** Files of up to 64 MiB go as a whole, larger ones in parts. */
    @ParameterizedTest
    @ValueSource(longs = {1000, 65L * 1024 * 1024 + 7})
    void takesUploads(long size) throws Exception {
        Path file = diskImage(size);
        submit(file, SECRET);
        Path stored = folder.resolve("stored");
        try (InputStream in = blobs.getBlob(BUCKET, OBJECT)) {
            Files.copy(in, stored);
        }
        assertThat(Files.mismatch(file, stored)).isEqualTo(-1);
    }

    @Test
    void rejectsAWrongSecret() throws Exception {
        Path file = diskImage(1000);
        assertThatThrownBy(() -> submit(file, SECRET + "x"))
                .isInstanceOf(SubmissionFailedException.class)
                .hasMessageContaining("SignatureDoesNotMatch");
        assertThat(blobs.blobExists(BUCKET, OBJECT)).isFalse();
    }

    private void submit(Path file, String secret) throws IOException {
        try (Sandbox anyKey = Sandbox.builder().empty().start();
                NotaryStub stub = new NotaryStub(IDENTITY, secret, BUCKET, OBJECT);
                AppStoreConnect asc =
                        AppStoreConnect.builder(anyKey.key()).baseUrl(stub.url()).build()) {
            Notary.of(asc)
                    .withUploadHost(UploadHost.at("http://127.0.0.1:" + proxy.getPort() + "/"))
                    .submit(file);
        }
    }

    private Path diskImage(long size) throws IOException {
        Path file = folder.resolve("Example.dmg");
        byte[] block = new byte[1 << 16];
        new Random(size).nextBytes(block);
        try (RandomAccessFile image = new RandomAccessFile(file.toFile(), "rw")) {
            for (long position = 0; position < size; position += block.length) {
                image.write(block, 0, (int) Math.min(block.length, size - position));
            }
            image.seek(size - 512);
            image.writeBytes("koly");
        }
        return file;
    }
}
