package io.github.ascjava.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFileNameTest {

    private static final SigningKey KEY = SigningKey.generateP256();
    private static final X509Certificate SIGNER = TestPki.certificate(KEY, "Signer");

    private SigningFolder files;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        files = SigningFolder.open(folder);
    }

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    private String fileName(String name) throws IOException {
        return new ProfileFileName(name, "mobileprovision").in(files);
    }

    private void write(String name) throws IOException {
        files.write(fileName(name), TestPki.profile(KEY, SIGNER, TestPki.members(name, "")));
    }

    @Test
    void aSimpleNameStaysReadable() throws IOException {
        assertThat(fileName("com.example.a IOS_APP_STORE")).isEqualTo("com.example.a-ios_app_store.mobileprovision");
    }

    @Test
    void aNameKeepsItsFile() throws IOException {
        write("A & B");

        assertThat(fileName("A & B")).isEqualTo("a-b.mobileprovision");
    }

    @Test
    void namesThatDifferInMoreThanTheFileNameShowsHaveFilesOfTheirOwn() throws IOException {
        write("A B");
        write("a-b");

        assertThat(fileName("a-b")).matches("a-b-[0-9a-f]{8}\\.mobileprovision");
        assertThat(fileName("A B")).isEqualTo("a-b.mobileprovision");
        assertThat(fileName("A+B")).isNotEqualTo(fileName("a-b"));
    }

    @Test
    void longNamesAreCutAndStayDifferent() throws IOException {
        String one = fileName("x".repeat(300) + "1");

        assertThat(one).hasSizeLessThan(140).isNotEqualTo(fileName("x".repeat(300) + "2"));
    }

    @Test
    void namesWithoutLatinLettersHaveFilesOfTheirOwn() throws IOException {
        assertThat(fileName("配置文件")).startsWith("profile-").isNotEqualTo(fileName("開発"));
        assertThat(fileName("../..")).startsWith("profile-");
    }
}
