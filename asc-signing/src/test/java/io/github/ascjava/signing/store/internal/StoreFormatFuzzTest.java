package io.github.ascjava.signing.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.ascjava.signing.internal.UnreadableException;
import java.util.Arrays;

/** Whatever a head or an index contains, it is read whole or rejected. */
class StoreFormatFuzzTest {

    /** Deriving the key is left out: it takes its time for any salt. */
    @FuzzTest
    void header(byte[] bytes) {
        try {
            Header header = Header.parse(bytes);

            assertThat(header.bytes()).isEqualTo(Arrays.copyOf(bytes, Header.LENGTH));
            assertThat(header.cost().memory()).isBetween(1 << 10, 256 << 10);
            assertThat((long) header.cost().memory() * header.cost().passes()).isBetween(1L << 10, 1L << 20);
        } catch (UnreadableException e) {
            assertThat(e.getMessage()).endsWith(".").doesNotContainPattern("\\p{Cc}");
        }
    }

    @FuzzTest
    void index(byte[] bytes) {
        try {
            Index index = Index.parse(bytes);

            assertThat(index.toBytes()).isEqualTo(bytes);
            assertThat(index.files().keySet())
                    .allMatch(path -> StorePath.fault(path).isEmpty());
        } catch (UnreadableException e) {
            assertThat(e.getMessage()).endsWith(".").doesNotContainPattern("\\p{Cc}");
        }
    }
}
