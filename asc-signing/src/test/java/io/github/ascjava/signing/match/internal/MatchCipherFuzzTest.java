package io.github.ascjava.signing.match.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.ascjava.signing.internal.UnreadableException;

/** Whatever a file contains, it is decrypted or rejected. */
class MatchCipherFuzzTest {

    @FuzzTest
    void file(byte[] bytes) {
        MatchCipher.isEncrypted(bytes);
        try {
            MatchCipher.decrypt(bytes, new byte[] {'s', 'e', 'c', 'r', 'e', 't'});
        } catch (UnreadableException e) {
            assertThat(e.getMessage()).endsWith(".").doesNotContainPattern("\\p{Cc}");
        }
    }
}
