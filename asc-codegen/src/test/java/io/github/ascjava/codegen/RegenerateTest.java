package io.github.ascjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The generated sources in asc-client are the generator's complete output for Apple's document. */
@Tag("document")
class RegenerateTest {

    private static final Path GENERATED = Path.of("../asc-client/src/generated/java");
    /** The API version and a blank line. */
    private static final int HEADING = 2;

    /** The result of {@code scripts/weight}, with the version that it counted. */
    private static final String WEIGHED_VERSION = "4.5.1";

    private static final long LINES_OF_OPENAPI_GENERATOR = 601_311;

    private static final int SHOWN = 10;

    @BeforeEach
    void requireDocument() {
        Documents.appleSources();
    }

    @Test
    void committedSourcesAreWhatTheDocumentGives() throws IOException {
        Map<String, String> expected = Documents.appleSources();
        List<String> problems = FileTree.problems(FileTree.read(GENERATED), expected);

        assertThat(problems.stream().limit(SHOWN))
                .as(
                        "%d files of %s are not what the generator writes, the first of them below. Regenerate them with:%n"
                                + "scripts/generate <path of the document>",
                        problems.size(), GENERATED)
                .isEmpty();
    }

    @Test
    void everyOperationHasOneMethodAndAnotherOneOnlyForCsv() {
        Document document = Documents.effective();
        Map<String, List<String>> methods = Documents.appleSources()
                .getOrDefault(Generator.OPERATIONS, "")
                .lines()
                .skip(HEADING)
                .map(line -> line.split(" -> ", 2))
                .collect(Collectors.groupingBy(
                        parts -> parts[0],
                        TreeMap::new,
                        Collectors.mapping(parts -> parts[parts.length - 1], Collectors.toList())));

        assertThat(methods.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        document.operations().stream().map(Operation::place).toList());
        methods.forEach((place, names) -> {
            if (names.size() > 1) {
                String json = names.stream()
                        .filter(name -> !name.endsWith("Csv"))
                        .findFirst()
                        .orElse("none");
                assertThat(names).as(place).containsExactlyInAnyOrder(json, json.replace(".list", ".download") + "Csv");
            }
        });
        assertThat(methods.values().stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    @Test
    void everyMethodListedIsInItsInterface() {
        Map<String, String> interfaces = Documents.appleSources().entrySet().stream()
                .filter(file -> file.getKey().endsWith("Api.java"))
                .collect(Collectors.toMap(
                        file -> Path.of(file.getKey()).getFileName().toString(), Map.Entry::getValue));

        Documents.appleSources()
                .getOrDefault(Generator.OPERATIONS, "")
                .lines()
                .skip(HEADING)
                .forEach(line -> {
                    String[] method = line.split(" -> ", 2)[1].split("\\.", 2);
                    assertThat(interfaces.get(method[0] + ".java")).as(line).contains(" " + method[1] + "(");
                });
    }

    @Test
    void everyTagHasAnInterfaceButForMetricsWhichComesSecond() {
        Set<String> first = new TreeSet<>();
        Set<String> later = new TreeSet<>();
        for (Operation operation : Documents.effective().operations()) {
            List<String> tags = Document.texts(operation.node().path("tags"));
            first.add(tags.get(0));
            later.addAll(tags.subList(1, tags.size()));
        }
        Set<String> interfaces = Documents.appleSources().keySet().stream()
                .filter(path -> path.contains("/api/") && path.endsWith("Api.java"))
                .map(path -> path.substring(path.lastIndexOf('/') + 1, path.length() - "Api.java".length()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(interfaces).isEqualTo(first);
        assertThat(later).containsExactly("Metrics");
    }

    @Test
    void everyNameGivenToASetOfValuesIsUsed() {
        for (String line : DataFile.lines("value-names.txt")) {
            String file = "/" + line.substring(line.indexOf(' ') + 1) + ".java";
            assertThat(Documents.appleSources().keySet()).as(line).anyMatch(path -> path.endsWith(file));
        }
    }

    @Test
    void everyNameThatIsDescribedIsInTheDocument() {
        Descriptions.read().requireKnown(Planner.plan(Documents.effective()));
    }

    @Test
    void everyTagThatNeedsATeamKeyIsInTheDocument() {
        assertThat(Documents.effective().operations())
                .extracting(Operation::tag)
                .containsAll(DataFile.lines("team-keys.txt"));
    }

    @Test
    void generatedJavaIsATenthOfWhatOpenapiGeneratorWrites() {
        String version = Documents.effective().version();
        assumeTrue(
                version.equals(WEIGHED_VERSION),
                () -> "The lines of openapi-generator were counted for " + WEIGHED_VERSION
                        + ", but the document has version " + version
                        + ". Run scripts/weight and update the version and the number in this test.");
        long lines = Documents.appleSources().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".java"))
                .mapToLong(file -> file.getValue().lines().count())
                .sum();

        assertThat(lines).isLessThanOrEqualTo(LINES_OF_OPENAPI_GENERATOR / 10);
    }
}
