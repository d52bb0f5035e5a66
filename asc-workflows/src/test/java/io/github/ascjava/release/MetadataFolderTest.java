package io.github.ascjava.release;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The layout of fastlane's deliver, and what is wrong with folders. */
class MetadataFolderTest extends MetadataScene {

    private static final List<String> FILES = List.of(
            "name.txt",
            "subtitle.txt",
            "privacy_url.txt",
            "apple_tv_privacy_policy.txt",
            "description.txt",
            "keywords.txt",
            "release_notes.txt",
            "promotional_text.txt",
            "marketing_url.txt",
            "support_url.txt");

    @Test
    void everyFileOfDeliverIsRead() {
        FILES.forEach(file -> write("nl-NL/" + file, file.contains("url") ? "https://example.com/" + file : file));
        assertThat(files().validate()).isEmpty();
        assertThat(plan().writes()).hasSize(2);
        assertThat(plan().writes().stream()
                        .mapToInt(write -> write.values().size())
                        .sum())
                .isEqualTo(FILES.size());
    }

    /** As in deliver, an empty file of a locale keeps the default away. */
    @Test
    void defaultsAreForLocalesWithoutAFile() {
        write("default/support_url.txt", "https://example.com/help");
        write("default/description.txt", "Text.");
        write("nl-NL/description.txt", "Tekst.");
        write("it/support_url.txt", "\n");
        assertThat(plan().describe())
                .isEqualTo(
                        "it version: creates it with description\nnl-NL version: creates it with description, supportUrl");
        assertThat(plan().writes().get(1).values()).containsEntry("description", "Tekst.");
    }

    @Test
    void aPullWritesOnlyWhatTheDefaultsDoNotHave() {
        write("default/support_url.txt", "https://example.com/support");
        changeLive("ja", "supportUrl", "https://example.com/ja");
        metadata.pull(TARGET, files());
        assertThat(folder().resolve("en-US/support_url.txt")).doesNotExist();
        assertThat(read("ja/support_url.txt")).isEqualTo("https://example.com/ja\n");
        assertThat(read("en-US/marketing_url.txt")).isEqualTo("https://example.com\n");
        assertThat(plan().isDifferent()).isFalse();
    }

    @Test
    void whatDeliverUsesAndThisLibraryDoesNotIsNamed() {
        write("en-US/name.txt", "Your Next Cortado");
        write("en-US/title.txt", "Your Next Cortado");
        write("en-US/Keywords.txt", "coffee");
        write("en-US/1_home.png", "");
        write("copyright.txt", "2026 Example Inc.\n");
        write("primary_category.txt", "\n");
        write("description.txt", "Lost.");
        write("notes.md", "");
        write("review_information/first_name.txt", "Ada\n");
        write("trade_representative_contact_information/x.txt", "\n");
        write("android/en-US/title.txt", "Cortado");
        write("appleTV/en-US/1.png", "");
        write(".git/config", "");
        write("it/readme", "");
        assertThat(files().validate())
                .noneMatch(MetadataProblem::isError)
                .extracting(this::relative)
                .containsExactly(
                        "copyright.txt: deliver sends this file. It is not a localized text, so it stays here.",
                        "description.txt: This file is not read: it belongs to no locale. Move it to the folder of a locale,"
                                + " or to default.",
                        "en-US/Keywords.txt: This file is not read. Did you mean keywords.txt?",
                        "en-US/title.txt: This file is not read.",
                        "it: This folder has no texts, so nothing is created for it.",
                        "review_information: deliver sends this folder. It has no localized texts, so it stays here.");
    }

    @Test
    void unknownLocalesAreErrorsWithTheNearestKnownOne() {
        for (String locale : List.of("en-us", "nb-NO", "de", "zh_Hant", "xx-XX", "screenshots")) {
            write(locale + "/description.txt", "Text.");
        }
        assertThat(files().validate())
                .allMatch(MetadataProblem::isError)
                .extracting(MetadataProblem::message)
                .containsExactly(
                        "de is not a locale of the App Store. Did you mean de-DE?",
                        "en-us is not a locale of the App Store. Did you mean en-US?",
                        "nb-NO is not a locale of the App Store. Did you mean no?",
                        "screenshots is not a locale of the App Store. Remove or rename it.",
                        "xx-XX is not a locale of the App Store. Remove or rename it.",
                        "zh_Hant is not a locale of the App Store. Did you mean zh-Hant?");
        assertThatThrownBy(this::plan)
                .hasMessageContaining("Did you mean no?")
                .hasMessageContaining("Did you mean de-DE?");
    }

    @Test
    void filesThatAreNotTextsAreNamedWithTheirLine() throws IOException {
        write("en-US/name.txt", "Cortado");
        bytes("en-US/description.txt", "Caf\u00e9\nok\nna\u00efve".getBytes(ISO_8859_1));
        bytes("en-US/keywords.txt", "\uFEFFcoffee".getBytes(UTF_16LE));
        bytes("en-US/promotional_text.txt", "one\n\u00e9\ntwo \uD83D\uDE00".getBytes(UTF_8));
        bytes("en-US/release_notes.txt", new byte[300_000]);
        bytes("en-US/subtitle.txt", "\uFEFFGood coffee".getBytes(UTF_8));
        Files.createSymbolicLink(folder().resolve("en-US/support_url.txt"), Path.of("nowhere"));
        Files.createDirectory(folder().resolve("en-US/marketing_url.txt"));
        bytes("de-DE/description.txt", new byte[] {'o', 'k', '\n', (byte) 0xC3, '('});
        assertThat(files().validate())
                .extracting(this::relative)
                .containsExactly(
                        "de-DE/description.txt:2: The text is not in UTF-8 from byte 4 on. Save it in UTF-8.",
                        "en-US/description.txt:1: The text is not in UTF-8 from byte 4 on. Save it in UTF-8.",
                        "en-US/keywords.txt:1: The text is in UTF-16. Save it in UTF-8.",
                        "en-US/marketing_url.txt: This is not a regular file.",
                        "en-US/release_notes.txt: The file has more than 256 KiB. Texts of a product page are much shorter.",
                        "en-US/support_url.txt: The symbolic link leads nowhere.",
                        "promotionalText of en-US has emoji, and Apple rejects many of them without naming all in advance.");
        assertThatThrownBy(() -> metadata.pullOverEdits(TARGET, files()))
                .hasMessageContaining("The files cannot be read, so that edits in them could be lost.");
    }

    @Test
    void linksAreReadAndNotWrittenThrough() throws IOException {
        metadata.pull(TARGET, files());
        Files.createSymbolicLink(folder().resolve("nl-NL"), Path.of("en-US"));
        Path shared = Files.writeString(temporary.resolve("shared.txt"), "Shared.");
        Files.delete(folder().resolve("de-DE/description.txt"));
        Files.createSymbolicLink(folder().resolve("de-DE/description.txt"), shared);
        push();
        assertThat(live())
                .containsEntry("nl-NL name", "Your Next Cortado")
                .containsEntry("de-DE description", "Shared.");
        assertThat(metadata.pull(TARGET, files()).written()).isEmpty();

        changeLive("nl-NL", "description", "Anders.");
        changeLive("de-DE", "description", "Anders.");
        assertThatThrownBy(() -> metadata.pull(TARGET, files()))
                .hasMessageContaining("nl-NL/description.txt: This is a symbolic link, or in one")
                .hasMessageContaining("de-DE/description.txt: This is a symbolic link, or in one");
        assertThat(shared).hasContent("Shared.");
        assertThat(read("en-US/description.txt")).startsWith("Find");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws IOException {
        assertThatThrownBy(this::plan)
                .hasMessageContaining("This is not a folder. Check the path, or pull the texts first.");
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertThatThrownBy(() -> metadata.pull(TARGET, MetadataFiles.folder(file)))
                .hasMessageContaining("is not a folder.");
    }

    private void bytes(String path, byte[] content) throws IOException {
        Path file = folder().resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private String relative(MetadataProblem problem) {
        String text = problem.toString().replace(folder() + "/", "");
        return problem.isError() || !text.contains(" has emoji") ? text : problem.message();
    }
}
