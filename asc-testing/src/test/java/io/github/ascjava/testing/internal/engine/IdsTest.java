package io.github.ascjava.testing.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void idsHaveTheFormsOfApples() {
        Ids ids = new Ids(1);

        assertThat(ids.uuid()).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(ids.digits(10)).matches("[1-9][0-9]{9}");
        assertThat(ids.code()).matches("[A-Z0-9]{10}");
    }

    @Test
    void theSameSeedGivesTheSameIds() {
        assertThat(new Ids(7).uuid()).isEqualTo(new Ids(7).uuid()).isNotEqualTo(new Ids(8).uuid());
    }

    @Test
    void idsDoNotRepeat() {
        Ids ids = new Ids(1);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            assertThat(seen.add(ids.uuid())).isTrue();
            assertThat(seen.add(ids.code())).isTrue();
        }
    }
}
