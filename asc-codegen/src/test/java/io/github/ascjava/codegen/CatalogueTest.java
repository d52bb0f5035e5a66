package io.github.ascjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The catalogue of the sandbox: from the small document as expected, byte by byte, and from Apple's as committed. */
class CatalogueTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden-catalogue");
    private static final Path GENERATED = Path.of("../asc-testing/src/generated/resources");
    private static final Pattern OPERATION = Pattern.compile("(?m)^(GET|POST|PATCH|DELETE) /v\\d+/\\S+ [A-Z_]+$");
    private static final int MOST_BYTES = 300_000;

    @Test
    void theCatalogueOfTheSmallDocumentIsAsExpected() throws IOException {
        Map<String, String> files = Generator.catalogue(new Document(Documents.small()));
        if (Boolean.getBoolean("golden.update")) {
            FileTree.replace(GOLDEN, files);
        }

        assertThat(files).containsExactlyEntriesOf(FileTree.read(GOLDEN));
    }

    @Test
    void theCommittedCatalogueIsWhatTheDocumentGives() throws IOException {
        Map<String, String> expected = Generator.catalogue(Documents.corrected(Documents.apple()));

        assertThat(FileTree.problems(FileTree.read(GENERATED), expected))
                .as("The catalogue is not what the generator writes. Regenerate it with:%n"
                        + "mvn -q -ntp -pl asc-codegen compile exec:exec -Ddocument=<path of the document>")
                .isEmpty();
    }

    @Test
    void everyOperationIsThereOnce() {
        Document document = Documents.corrected(Documents.apple());

        List<String> found = OPERATION
                .matcher(String.join("\n", Generator.catalogue(document).values()))
                .results()
                .map(match -> match.group().substring(0, match.group().lastIndexOf(' ')))
                .toList();

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        document.operations().stream().map(Operation::place).toList());
    }

    @Test
    void everyFileIsSmallEnoughToBeRead() {
        Generator.catalogue(Documents.corrected(Documents.apple()))
                .forEach((path, text) -> assertThat(text.getBytes(StandardCharsets.UTF_8).length)
                        .as(path)
                        .isLessThan(MOST_BYTES));
    }

    @Test
    void correctionsApplyToTheCatalogue() {
        String types = Generator.catalogue(Documents.corrected(Documents.apple()))
                .getOrDefault("io/github/ascjava/testing/catalogue/types.txt", "");

        assertThat(types).containsPattern("DeviceStatus <.*\\|PROCESSING>").contains("APP_ATTEST");
    }

    @Test
    void anAnswerThatIncludesTheOtherVersionOfAResourceSaysSo() {
        ObjectNode root = Documents.small();
        Documents.array(root, "/components/schemas/AppRoomResponse/properties/included/items/oneOf")
                .add(Documents.json("{'$ref': '#/components/schemas/InAppPurchaseGift'}"));

        assertThat(Generator.catalogue(new Document(root))
                        .getOrDefault("io/github/ascjava/testing/catalogue/apps.txt", ""))
                .containsPattern("(?s)GET /v1/appRooms/\\{id} GET_INSTANCE\n.{0,400}  included InAppPurchaseGift\n");
    }

    @Test
    void anAnswerOfAnUnknownShapeStopsTheGenerator() {
        ObjectNode root = Documents.small();
        Documents.object(root, "/paths/~1v1~1devices~1{id}/get/responses/200/content/application~1json")
                .set("schema", Documents.json("{'type': 'object'}"));

        assertThatThrownBy(
                        () -> CatalogueWriter.write(new Document(root), Planner.plan(new Document(Documents.small()))))
                .isInstanceOf(UnknownShapeException.class)
                .hasMessageContaining("GET /v1/devices/{id}");
    }
}
