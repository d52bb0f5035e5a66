package io.github.ascjava.testing.internal.behavior.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KindTest {

    @Test
    void hasAnAmountForEachDayOfACycleThatIsNotQuiet() {
        assertThat(Kind.ALL)
                .isNotEmpty()
                .allSatisfy(kind -> assertThat(
                                kind.amounts().size() + kind.quietDays().size())
                        .as(kind.words().get("kind"))
                        .isEqualTo(Kind.CYCLE));
    }

    @Test
    void hasAsManyCancellationsAsSubscriptions() {
        assertThat(Kind.named("cancel").amounts())
                .containsExactlyInAnyOrderElementsOf(Kind.named("subscribe").amounts());
    }
}
