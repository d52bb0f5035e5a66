package io.github.ascjava.examples.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFileNameTest {

    @TempDir
    private Path folder;

    private String fileName(String name) throws IOException {
        return new ProfileFileName(name, "mobileprovision")
                .in(folder)
                .getFileName()
                .toString();
    }

    private void write(String name) throws IOException {
        Files.writeString(
                new ProfileFileName(name, "mobileprovision").in(folder),
                "\0<key>Name</key>\n\t<string>" + name.replace("&", "&amp;") + "</string>");
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
