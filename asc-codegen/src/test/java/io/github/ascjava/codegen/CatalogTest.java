package io.github.ascjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The catalog of the sandbox: as expected from the small document, byte by byte, and as committed from Apple's. */
@Tag("document")
class CatalogTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden-catalog");
    private static final Path GENERATED = Path.of("../asc-testing/src/generated/resources");
    private static final Pattern OPERATION = Pattern.compile("(?m)^  \"((GET|POST|PATCH|DELETE) /v\\d+/\\S+)\": ");
    private static final int MOST_BYTES = 300_000;

    @Test
    void theCatalogOfTheSmallDocumentIsAsExpected() throws IOException {
        Map<String, String> files = CatalogWriter.write(Documents.plan(Documents.small()));
        if (Boolean.getBoolean("golden.update")) {
            FileTree.replace(GOLDEN, files);
        }

        assertThat(files).containsExactlyEntriesOf(FileTree.read(GOLDEN));
    }

    @Test
    void theCommittedCatalogIsWhatTheDocumentGives() throws IOException {
        Map<String, String> expected = CatalogWriter.write(Planner.plan(Documents.effective()));

        assertThat(FileTree.problems(FileTree.read(GENERATED), expected))
                .as("The catalog is not what the generator writes. Regenerate it with:%n"
                        + "scripts/generate <path of the document>")
                .isEmpty();
    }

    @Test
    void everyOperationIsThereOnce() {
        Document document = Documents.effective();

        List<String> found = OPERATION
                .matcher(String.join(
                        "\n", CatalogWriter.write(Planner.plan(document)).values()))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        document.operations().stream().map(Operation::place).toList());
    }

    @Test
    void everyFileIsSmallEnoughToBeRead() {
        CatalogWriter.write(Planner.plan(Documents.effective()))
                .forEach((path, text) -> assertThat(text.getBytes(StandardCharsets.UTF_8).length)
                        .as(path)
                        .isLessThan(MOST_BYTES));
    }

    @Test
    void correctionsApplyToTheCatalog() {
        String types = CatalogWriter.write(Planner.plan(Documents.effective()))
                .getOrDefault("io/github/ascjava/testing/internal/catalog/types.json", "");

        assertThat(types).containsPattern("\"DeviceStatus\": .*\"PROCESSING\"").contains("APP_ATTEST");
    }

    @Test
    void anIncludedOtherVersionOfAResourceIsListed() {
        ObjectNode root = Documents.small();
        Documents.array(root, "/components/schemas/AppRoomResponse/properties/included/items/oneOf")
                .add(Documents.json("{'$ref': '#/components/schemas/InAppPurchaseGift'}"));

        assertThat(CatalogWriter.write(Documents.plan(root))
                        .getOrDefault("io/github/ascjava/testing/internal/catalog/apps.json", ""))
                .containsPattern("(?s)\"GET /v1/appRooms/\\{id}\": .{0,600}\"versions\": \\[\"InAppPurchaseGift\"]");
    }
}
