package io.github.ascjava.signing.match.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.signing.internal.UnreadableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.junit.jupiter.api.Test;

class MatchCipherTest {

    private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);

    private static final byte[] SALT = {1, 2, 3, 4, 5, 6, 7, 8};

    /** {@code hello}, salt 01 to 08. */
    private static final String NEWER = "bWF0Y2hfZW5jcnlwdGVkX3YyX18BAgMEBQYHCFTc+BHUmQc8HqufAfQlad1yVNhWeA==";

    @Test
    void theNewerFormIsRead() throws UnreadableException {
        byte[] file = (NEWER + "\n").getBytes(StandardCharsets.US_ASCII);

        assertThat(MatchCipher.isEncrypted(file)).isTrue();
        assertThat(MatchCipher.decrypt(file, SECRET))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("hello");
    }

    @Test
    void linesAreBrokenAsRubyDoes() throws UnreadableException {
        byte[] file = Base64.getMimeEncoder(60, new byte[] {'\n'})
                .encode(Base64.getDecoder().decode(NEWER));

        assertThat(MatchCipher.decrypt(file, SECRET))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("hello");
    }

    @Test
    void theOlderFormIsReadWithBothDigests() {
        assertThat(MatchCipher.decryptCbc(
                        new MD5Digest(), SECRET, SALT, Base64.getDecoder().decode("3i9NAfiMYun5ZqTVWsy3jw==")))
                .contains("hello".getBytes(StandardCharsets.UTF_8));
        assertThat(MatchCipher.decryptCbc(
                        new SHA256Digest(), SECRET, SALT, Base64.getDecoder().decode("d3EIo0w9L8HGVWCR9dRAbg==")))
                .contains("hello".getBytes(StandardCharsets.UTF_8));
    }

    /** Some wrong passphrases fit the padding; a text that match does not store shows what then happens. */
    @Test
    void theOlderFormIsJudgedByItsContent() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("Salted__".getBytes(StandardCharsets.US_ASCII));
        bytes.write(SALT);
        bytes.write(Base64.getDecoder().decode("3i9NAfiMYun5ZqTVWsy3jw=="));
        byte[] file = Base64.getEncoder().encode(bytes.toByteArray());

        assertThat(MatchCipher.isEncrypted(file)).isTrue();
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> MatchCipher.decrypt(file, SECRET))
                .withMessageContaining("the passphrase is another one");
    }

    @Test
    void aChangedCharacterOfTheNewerFormIsNoticed() {
        byte[] file = NEWER.getBytes(StandardCharsets.US_ASCII);
        // The last digit before the padding has bits that no byte takes.
        IntStream.iterate(0, i -> i < file.length - 3, i -> i + 7).forEach(i -> {
            byte[] changed = file.clone();
            changed[i] = (byte) (changed[i] == 'A' ? 'B' : 'A');
            assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> MatchCipher.decrypt(changed, SECRET));
        });
    }

    @Test
    void aCutIsNoticed() {
        IntStream.iterate(0, i -> i < NEWER.length() - 2, i -> i + 5).forEach(length -> {
            byte[] cut = NEWER.substring(0, length).getBytes(StandardCharsets.US_ASCII);
            assertThatExceptionOfType(UnreadableException.class)
                    .isThrownBy(() -> MatchCipher.decrypt(cut, SECRET))
                    .withMessageEndingWith(".");
        });
    }

    @Test
    void plainFilesAreNotTakenForEncrypted() {
        assertThat(MatchCipher.isEncrypted(new byte[] {0x30, (byte) 0x82})).isFalse();
        assertThat(MatchCipher.isEncrypted("-----BEGIN RSA".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
        assertThat(MatchCipher.isEncrypted(new byte[0])).isFalse();
    }
}
