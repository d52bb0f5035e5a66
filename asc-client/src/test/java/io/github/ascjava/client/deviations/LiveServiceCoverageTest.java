package io.github.ascjava.client.deviations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Entries of {@code docs/live-service.md} about the protocol have a test in this package, or are listed with a reason. */
class LiveServiceCoverageTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "live-service.md");

    private static final List<Class<?>> TESTS = List.of(
            ValueDeviationsTest.class,
            ReadDeviationsTest.class,
            WriteDeviationsTest.class,
            TransportDeviationsTest.class);

    private static final Set<String> SECTIONS =
            Set.of("Requests and errors", "Rate limits", "Paging", "Reading", "Writing");

    private static final Map<String, String> NOT_TESTED_HERE = Map.ofEntries(
            Map.entry("long-urls-get-500", "RequestTest"),
            Map.entry("commas-cannot-be-escaped", "QueryTest"),
            Map.entry("errors-have-more-members-than-documented", "ErrorResponseTest"),
            Map.entry("error-texts-recur", "the client passes texts on"),
            Map.entry("error-codes-are-prefixes", "ErrorResponseTest"),
            Map.entry("writes-may-succeed-despite-an-error", "FaultTest and RetryTest"),
            Map.entry("request-id-headers", "ResponseTest and ErrorResponseTest"),
            Map.entry("parallel-requests-get-random-errors", "AsyncCallTest"),
            Map.entry("unknown-attributes-are-rejected", "EscapeHatchTest"),
            Map.entry("unknown-paths-name-their-version", "only the text of a 404"),
            Map.entry("hourly-limit-is-3600", "the client assumes no number"),
            Map.entry("minute-limit-is-undocumented", "BackoffTest and RateLimitTest"),
            Map.entry("retry-after-is-undocumented", "RetryTest"),
            Map.entry("next-links-may-leave-the-host", "NextLinkTest"),
            Map.entry("versions-come-newest-first", "the client keeps the order received"),
            Map.entry("integers-may-be-large", "AttributeTest"),
            Map.entry("empty-enumerations-mean-any-value", "ValuesConformanceTest"),
            Map.entry("included-version-is-not-said", "IncludedTest"),
            Map.entry("name-filters-match-substrings", "the client returns what it receives"),
            Map.entry("duplicates-have-many-errors", "CreateOrGetTest"),
            Map.entry("local-ids-have-one-form", "RequestBodyTest"),
            Map.entry("unknown-locales-are-named", "only the text of a 409"),
            Map.entry("custom-product-pages-need-inline-versions", "RequestsConformanceTest sends both"),
            Map.entry("app-events-reject-schedules-at-creation", "a 500 like any other"),
            Map.entry("accessibility-declarations-start-empty", "a 409 like any other"));

    @Test
    void everyEntryAboutTheProtocolIsTestedOrHasAReason() throws IOException {
        SortedSet<String> covered = new TreeSet<>(tested());
        covered.addAll(NOT_TESTED_HERE.keySet());

        assertThat(covered).containsAll(entries(SECTIONS));
        assertThat(tested()).doesNotContainAnyElementsOf(NOT_TESTED_HERE.keySet());
    }

    @Test
    void everyTestNamesAnEntry() throws IOException {
        assertThat(tests())
                .isNotEmpty()
                .allSatisfy(test -> assertThat(test.getAnnotation(LiveService.class))
                        .as(test.toString())
                        .isNotNull());
        assertThat(entries(Set.of())).containsAll(tested()).containsAll(NOT_TESTED_HERE.keySet());
    }

    /** Returns the anchors of the entries in some sections, or of all entries. */
    private static SortedSet<String> entries(Set<String> sections) throws IOException {
        SortedSet<String> entries = new TreeSet<>();
        String section = "";
        for (String line : Files.readAllLines(DOCUMENT)) {
            if (line.startsWith("## ")) {
                section = line.substring("## ".length());
            } else if (line.startsWith("### ") && (sections.isEmpty() || sections.contains(section))) {
                entries.add(anchor(line.substring("### ".length())));
            }
        }
        assertThat(entries).isNotEmpty();
        return entries;
    }

    /** Creates the anchor of a heading by GitHub's rules. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
    }

    private static SortedSet<String> tested() {
        SortedSet<String> anchors = new TreeSet<>();
        for (Method test : tests()) {
            LiveService entry = test.getAnnotation(LiveService.class);
            if (entry != null) {
                anchors.add(entry.value());
            }
        }
        return anchors;
    }

    private static List<Method> tests() {
        return TESTS.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class))
                .toList();
    }
}
