package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a JSON key file contains, the outcome is a key, or an {@link InvalidApiKeyException} that reveals nothing of
 * the file.
 */
class KeyJsonFuzzTest {

    private static final TestKey KEY = TestKey.generate();
    private static final KeyRecipe RECIPE = new KeyRecipe(KEY);
    private static final TestSecrets SECRETS = TestSecrets.of(KEY);

    @TempDir
    private static Path folder;

    @FuzzTest
    void file(byte[] recipe) throws IOException {
        byte[] content = RECIPE.follow(recipe);
        Path file = folder.resolve("api_key.json");
        Files.write(file, content);

        Object outcome = FuzzCost.bounded(content.length, () -> keyOrRefusal(file));

        if (outcome instanceof InvalidApiKeyException refusal) {
            assertThat(SECRETS.findIn(refusal)).isNull();
            assertThat(refusal.getMessage()).hasSizeLessThan(1000);
        } else {
            ApiKey key = (ApiKey) outcome;
            assertThat(key.keyId()).matches("[A-Z0-9]{10}");
            assertThat(SECRETS.findIn(key.toString())).isNull();
        }
    }

    private static Object keyOrRefusal(Path file) {
        try {
            return ApiKey.fromJson(file);
        } catch (InvalidApiKeyException e) {
            return e;
        }
    }
}
