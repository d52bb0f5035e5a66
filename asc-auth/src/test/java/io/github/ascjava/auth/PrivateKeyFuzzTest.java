package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
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
        if (fromBytes instanceof BigInteger s && content[0] == Der.SEQUENCE) {
            assertSameToTheJdk(content, s);
        }
    }

    /** The JDK does not read SEC 1, and nothing that it reads may be another key here. */
    private static void assertSameToTheJdk(byte[] der, BigInteger s) {
        try {
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
            assertThat(((ECPrivateKey) key).getS().equals(s))
                    .as("the JDK's key")
                    .isTrue();
        } catch (GeneralSecurityException e) {
            // Not PKCS#8.
        }
    }

    /** Returns the private half, or the message that says why there is none. */
    private static Object outcome(int length, Supplier<PrivateKey> reading) {
        Object outcome = FuzzCost.bounded(length, () -> keyOrRefusal(reading));
        if (outcome instanceof InvalidApiKeyException refusal) {
            String message = String.valueOf(refusal.getMessage());
            assertThat(SECRETS.findInMessages(refusal)).isNull();
            assertThat(refusal).hasNoCause();
            assertThat(refusal.getSuppressed()).isEmpty();
            assertThat(message).startsWith(SOURCE + " ").hasSizeLessThan(500);
            assertThat(message.chars()).allMatch(c -> c >= ' ' && c <= '~');
            return message;
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
