package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Whatever a key file contains, the outcome is a key that can be written and read again, or an
 * {@link InvalidApiKeyException} that reveals nothing of it.
 */
class PrivateKeyFuzzTest {

    private static final String SOURCE = "The file AuthKey_2X9R4HXF34.p8";
    private static final TestKey KEY = TestKey.generate();
    private static final KeyRecipe RECIPE = new KeyRecipe(KEY);
    private static final TestSecrets SECRETS = TestSecrets.of(KEY);

    @FuzzTest
    void content(byte[] recipe) {
        byte[] content = RECIPE.follow(recipe);
        byte[] before = content.clone();
        String text = new String(content, StandardCharsets.UTF_8);

        Object fromBytes = outcome(content.length, () -> PrivateKeyReader.readBytes(content, SOURCE));
        Object fromText = outcome(content.length, () -> PrivateKeyReader.readText(text, SOURCE));

        assertThat(Arrays.equals(content, before))
                .as("the caller's bytes are its own")
                .isTrue();
        if (isPlainText(content)) {
            assertThat(fromText).as("read as text").isEqualTo(fromBytes);
        }
    }

    /** Returns the private half, or the message that says why there is none. */
    private static Object outcome(int length, Supplier<PrivateKey> reading) {
        Object outcome = FuzzCost.bounded(length, () -> keyOrRefusal(reading));
        if (outcome instanceof InvalidApiKeyException refusal) {
            assertThat(SECRETS.findIn(refusal)).isNull();
            assertThat(refusal).hasMessageStartingWith(SOURCE + " ").hasNoCause();
            assertThat(refusal.getMessage()).hasSizeLessThan(500).matches("[ -~]+");
            return String.valueOf(refusal.getMessage());
        }
        ECPrivateKey key = (ECPrivateKey) outcome;
        assertThat(again(key).getS().equals(key.getS()))
                .as("written and read again")
                .isTrue();
        return key.getS();
    }

    private static Object keyOrRefusal(Supplier<PrivateKey> reading) {
        try {
            return reading.get();
        } catch (InvalidApiKeyException e) {
            return e;
        }
    }

    private static ECPrivateKey again(ECPrivateKey key) {
        return (ECPrivateKey) PrivateKeyReader.readText(new TestKey(key, KEY.publicKey()).jdkPem(), SOURCE);
    }

    private static boolean isPlainText(byte[] content) {
        return content.length > 0 && content[0] > 0 && content[0] != Der.SEQUENCE;
    }
}
