package io.github.ascjava.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is checked without a request. */
class MetadataRulesTest extends MetadataScene {

    @ParameterizedTest
    @CsvSource({
        "name, 30",
        "subtitle, 30",
        "keywords, 100",
        "promotional_text, 170",
        "description, 4000",
        "release_notes, 4000"
    })
    void lengthsCountCharacters(String file, int limit) {
        write("ar-SA/" + file + ".txt", "\u0643".repeat(limit) + "\n");
        assertThat(files().validate()).isEmpty();
        write("ar-SA/" + file + ".txt", "\u0643".repeat(limit + 3));
        assertThat(files().validate())
                .singleElement()
                .asString()
                .contains("has " + (limit + 3) + " characters, and Apple accepts " + limit + ". Shorten it by 3.");
    }

    /** A character outside of the basic plane is one, though Java has two for it. */
    @Test
    void charactersAreCodePoints() {
        write("en-US/keywords.txt", "\uD842\uDFB7".repeat(100));
        assertThat(files().validate()).isEmpty();
    }

    @Test
    void controlCharactersAreNamedWithTheirLine() {
        write("en-US/description.txt", "One.\nTwo\u0007.\n");
        write("de-DE/description.txt", "Tab\tis text.\r\n\r\nYes.");
        write("de-DE/promotional_text.txt", "\uF8FF Watch");
        assertThat(messages())
                .containsExactly(
                        "description of en-US has the character U+0007, which Apple does not accept. Remove it.",
                        "promotionalText of de-DE has the character U+F8FF, which Apple does not accept. Remove it.");
        assertThat(files().validate()).extracting(MetadataProblem::line).containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/support?x=1, ''",
        "http://exämple.com, ''",
        "www.example.com, is not the URL of a page.",
        "mailto:a@example.com, is not the URL of a page.",
        "https:///x, is not the URL of a page.",
        "https://example.com/a b, is not a URL: Illegal character in path at character 22.",
        "file:///etc/passwd, is not the URL of a page."
    })
    void urlsLeadToPages(String url, String problem) {
        write("en-US/support_url.txt", url);
        List<String> messages = messages();
        if (problem.isEmpty()) {
            assertThat(messages).isEmpty();
        } else {
            assertThat(messages)
                    .containsExactly("supportUrl of en-US " + problem
                            + " Write it with its scheme, such as https://example.com/support.");
        }
    }

    @Test
    void keywordsAreWarnedOf() {
        write("en-US/keywords.txt", "coffee, Espresso,espresso,,latte");
        assertThat(files().validate())
                .noneMatch(MetadataProblem::isError)
                .extracting(MetadataProblem::message)
                .containsExactly(
                        "keywords of en-US has espresso twice.",
                        "keywords of en-US has an empty keyword: two commas, or one at an end.",
                        "keywords of en-US has spaces beside commas, which count as characters.");
    }

    @Test
    void linesAreOne() {
        write("en-US/name.txt", "Your Next\nCortado");
        write("en-US/keywords.txt", "coffee\nespresso");
        write("en-US/privacy_url.txt", "https://example.com\nhttps://example.org");
        assertThat(messages())
                .hasSize(3)
                .allMatch(message -> message.contains("has several lines. Apple accepts one."));
    }

    @Test
    void allProblemsAreToldAtOnceAndNothingIsRead() {
        write("en-US/name.txt", "x");
        write("en-US/keywords.txt", "k".repeat(101));
        write("de/name.txt", "Name");
        assertThat(requests(() -> assertThatThrownBy(this::plan)
                        .isInstanceOfSatisfying(
                                MetadataException.class,
                                e -> assertThat(e.problems())
                                        .hasSize(3)
                                        .allMatch(MetadataProblem::isError)
                                        .first()
                                        .satisfies(problem -> {
                                            assertThat(problem.locale()).isEqualTo("en-US");
                                            assertThat(problem.key()).isEqualTo("name");
                                        }))))
                .isEmpty();
    }

    private List<String> messages() {
        return files().validate().stream()
                .map(MetadataProblem::message)
                .sorted()
                .toList();
    }
}
