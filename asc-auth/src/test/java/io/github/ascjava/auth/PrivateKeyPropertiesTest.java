package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is read, the outcome is a key or an {@link InvalidApiKeyException} that reveals nothing of the key. */
class PrivateKeyPropertiesTest {

    private static final String SOURCE = "The private key";
    private static final List<String> REPLACEMENTS = List.of("A", "Q", "/", "=", "-", "\n", " ", "\\", "\u00e9", "");

    private static final TestKey KEY = TestKey.generate();
    private static final TestSecrets SECRETS = TestSecrets.of(KEY);

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void randomBytesAreNotAKey(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[0] = Der.SEQUENCE;
            }
            assertThat(load(() -> PrivateKeyReader.readBytes(bytes, SOURCE)))
                    .as("seed %d, round %d", seed, i)
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void randomTextIsNotAKey(long seed) {
        List<String> pieces = List.of(
                "-----BEGIN PRIVATE KEY-----",
                "-----END PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----",
                "-----END EC PRIVATE KEY-----",
                "-----BEGIN ",
                "-----",
                "\n",
                "\\n",
                "\"",
                "{",
                "\uFEFF",
                "MIGTAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBHkwdwIBAQQg",
                "MHcCAQEE",
                "=",
                "\ud83d",
                "z");
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertThat(load(() -> PrivateKeyReader.readText(text.toString(), SOURCE)))
                    .as("seed %d, round %d", seed, i)
                    .isNull();
        }
    }

    /** Random structures of right lengths get deeper into the reader than random bytes do. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void randomDerIsNotAKey(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] der = TestDer.sequence(randomDer(random, 0), randomDer(random, 0), randomDer(random, 0));
            assertThat(load(() -> PrivateKeyReader.readBytes(der, SOURCE)))
                    .as("seed %d, round %d", seed, i)
                    .isNull();
        }
    }

    @Test
    void noBeginningOfAKeyIsAKey() {
        for (String whole : List.of(KEY.applePem(), KEY.jdkPem(), KEY.sec1Pem(), TestKey.base64(KEY.applePem()))) {
            for (int length = 0; length < whole.length(); length++) {
                String beginning = whole.substring(0, length);
                PrivateKey loaded = load(() -> PrivateKeyReader.readText(beginning, SOURCE));
                if (!isWholeBase64OfPem(beginning)) {
                    assertThat(loaded)
                            .as("%d of %d characters", length, whole.length())
                            .isNull();
                }
            }
        }
    }

    @Test
    void noEndOfAKeyIsAKey() {
        for (String whole : List.of(KEY.applePem(), KEY.jdkPem(), KEY.sec1Pem())) {
            for (int start = 1; start < whole.length(); start++) {
                String end = whole.substring(start);
                assertThat(load(() -> PrivateKeyReader.readText(end, SOURCE)))
                        .as("from %d of %d", start, whole.length())
                        .isNull();
            }
        }
    }

    /** Because these forms contain both halves, no single wrong character can turn one key into another. */
    @Test
    void aWrongCharacterInAKeyWithBothHalvesNeverMakesAnotherKey() {
        for (String good : List.of(KEY.applePem(), KEY.sec1Pem(), TestKey.base64(KEY.appleDer()))) {
            for (int position = 0; position < good.length(); position++) {
                for (String replacement : REPLACEMENTS) {
                    String mutated = good.substring(0, position) + replacement + good.substring(position + 1);
                    assertSameKeyOrNone(
                            load(() -> PrivateKeyReader.readText(mutated, SOURCE)),
                            "'" + replacement + "' at " + position + " of " + good.length());
                }
            }
        }
    }

    @Test
    void aWrongCharacterInAKeyWithoutPublicHalfShowsNothing() {
        String good = KEY.jdkPem();
        for (int position = 0; position < good.length(); position++) {
            for (String replacement : REPLACEMENTS) {
                String mutated = good.substring(0, position) + replacement + good.substring(position + 1);
                load(() -> PrivateKeyReader.readText(mutated, SOURCE));
            }
        }
    }

    @Test
    void aWrongByteInAKeyWithBothHalvesNeverMakesAnotherKey() {
        for (byte[] good : List.of(KEY.appleDer(), KEY.sec1Der())) {
            for (int position = 0; position < good.length; position++) {
                for (int value : valuesInsteadOf(good[position])) {
                    byte[] mutated = good.clone();
                    mutated[position] = (byte) value;
                    assertSameKeyOrNone(
                            load(() -> PrivateKeyReader.readBytes(mutated, SOURCE)),
                            "byte " + value + " at " + position + " of " + good.length);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void severalWrongCharactersShowNothing(long seed) {
        Random random = new Random(seed);
        List<String> good = List.of(
                KEY.applePem(),
                KEY.sec1Pem(),
                KEY.jdkPem(),
                TestKey.base64(KEY.applePem()),
                KEY.applePem() + "\n" + KEY.sec1Pem());
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder(good.get(random.nextInt(good.size())));
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                int from = random.nextInt(text.length());
                int to = Math.min(text.length(), from + random.nextInt(30));
                String replacement = REPLACEMENTS.get(random.nextInt(REPLACEMENTS.size()));
                text.replace(from, to, replacement.repeat(random.nextInt(3)));
                if (text.isEmpty()) {
                    break;
                }
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            load(() -> PrivateKeyReader.readBytes(bytes, SOURCE), "seed " + seed + ", round " + i);
        }
    }

    /** The windows searched for must be those that a careless message would reveal. */
    @Test
    void theSearchForSecretsFindsPartsOfTheKey() {
        String body = TestKey.base64(KEY.appleDer());
        String hex = new BigInteger(1, KEY.scalar()).toString(16);

        assertThat(SECRETS.findIn(new IllegalArgumentException("at " + body.substring(60, 72) + "!")))
                .isNotNull();
        assertThat(SECRETS.findIn(new IllegalStateException("x", new IllegalArgumentException(hex.substring(20, 40)))))
                .isNotNull();
        assertThat(SECRETS.findIn(body.substring(0, 48))).isNull();
    }

    private static @Nullable PrivateKey load(Supplier<PrivateKey> reading) {
        return load(reading, "exception");
    }

    private static @Nullable PrivateKey load(Supplier<PrivateKey> reading, String what) {
        try {
            return reading.get();
        } catch (InvalidApiKeyException e) {
            assertThat(SECRETS.findIn(e)).as(what).isNull();
            return null;
        }
    }

    private static void assertSameKeyOrNone(@Nullable PrivateKey loaded, String change) {
        if (loaded != null) {
            assertThat(((ECPrivateKey) loaded).getS().equals(KEY.privateKey().getS()))
                    .as(change + " made another key")
                    .isTrue();
        }
    }

    /** The last line end and the padding of the base64 text may be missing. */
    private static boolean isWholeBase64OfPem(String beginning) {
        return beginning.startsWith("LS0t") && TestKey.base64(KEY.applePem()).length() - beginning.length() <= 2;
    }

    private static Set<Integer> valuesInsteadOf(byte good) {
        Set<Integer> values =
                new HashSet<>(Set.of(0x00, 0x01, 0x02, 0x03, 0x04, 0x06, 0x30, 0x7f, 0x80, 0x84, 0xa0, 0xff));
        for (int bit = 0; bit < 8; bit++) {
            values.add((good ^ (1 << bit)) & 0xff);
        }
        values.remove(good & 0xff);
        return values;
    }

    private static byte[] randomDer(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 5 : 9)) {
            case 0 -> TestDer.integer(random.nextInt(3));
            case 1 -> TestDer.EC_KEY;
            case 2 -> TestDer.P256_CURVE;
            case 3 -> TestDer.octets(new byte[random.nextInt(5)]);
            case 4 -> TestDer.element(random.nextInt(256), new byte[random.nextInt(3)]);
            case 5 -> TestDer.octets(randomDer(random, depth + 1));
            case 6 -> TestDer.element(0xa0 + random.nextInt(2), randomDer(random, depth + 1));
            default ->
                TestDer.sequence(
                        randomDer(random, depth + 1), randomDer(random, depth + 1), randomDer(random, depth + 1));
        };
    }
}
