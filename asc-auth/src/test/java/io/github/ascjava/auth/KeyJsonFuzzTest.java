package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a JSON key file contains, the outcome is a key, or an {@link InvalidApiKeyException} that reveals nothing of
 * the file.
 */
class KeyJsonFuzzTest {

    private static final TestKey KEY = TestKey.generate();
    private static final KeyRecipe RECIPE = new KeyRecipe(KEY);
    private static final TestSecrets SECRETS = TestSecrets.of(KEY);
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @TempDir
    private static Path folder;

    @FuzzTest
    void file(byte[] recipe) throws IOException {
        byte[] content = RECIPE.follow(recipe);
        Path file = folder.resolve("api_key.json");
        Files.write(file, content);
        // Otherwise each input is warned of.
        assertThat(file.toFile().setReadable(false, false) && file.toFile().setReadable(true, true))
                .isTrue();

        Object outcome = FuzzCost.bounded(content.length, () -> keyOrRefusal(file));

        if (outcome instanceof InvalidApiKeyException refusal) {
            assertThat(SECRETS.findInMessages(refusal)).isNull();
            assertThat(refusal.getMessage()).hasSizeLessThan(1000);
        } else {
            ApiKey key = (ApiKey) outcome;
            assertThat(key.keyId()).matches("[A-Z0-9]{10}");
            assertThat(SECRETS.findIn(key.toString())).isNull();
            check(key, content);
        }
    }

    /** Compares with Jackson's tree of the same bytes. */
    private static void check(ApiKey key, byte[] content) throws IOException {
        JsonNode tree = MAPPER.readTree(content);
        assertThat(tree.isObject()).isTrue();
        assertThat(tree).as("without a member twice").hasSize(members(content));
        assertThat(key.keyId()).isEqualTo(text(tree, "key_id"));
        assertThat(text(tree, "key").isEmpty())
                .as("exactly one of key and private_key")
                .isNotEqualTo(text(tree, "private_key").isEmpty());
        String issuerId = text(tree, "issuer_id");
        boolean inHouse =
                Set.of("true", "1", "yes").contains(text(tree, "in_house").toLowerCase(Locale.ROOT));
        if (key instanceof TeamKey team) {
            assertThat(team.issuerId()).isEqualTo(issuerId);
            assertThat(inHouse).isFalse();
        } else if (key instanceof EnterpriseKey enterprise) {
            assertThat(enterprise.issuerId()).isEqualTo(issuerId);
            assertThat(inHouse).isTrue();
        } else {
            assertThat(issuerId).isEmpty();
        }
    }

    private static int members(byte[] content) throws IOException {
        int members = 0;
        try (JsonParser parser = MAPPER.createParser(content)) {
            while (parser.nextToken() != null) {
                boolean isOfObject = parser.getParsingContext().getParent() != null
                        && parser.getParsingContext().getParent().inRoot();
                members += parser.currentToken() == JsonToken.FIELD_NAME && isOfObject ? 1 : 0;
            }
        }
        return members;
    }

    private static String text(JsonNode tree, String member) {
        JsonNode value = tree.path(member);
        return value.isNull() ? "" : value.asText().strip();
    }

    private static Object keyOrRefusal(Path file) {
        try {
            return ApiKey.fromJson(file);
        } catch (InvalidApiKeyException e) {
            return e;
        }
    }
}
