package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** To the millisecond: when a token is fresh, and when it is usable. */
class TokenStateTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant ISSUED = NOW.minusSeconds(60);
    private static final TokenState STATE =
            TokenState.of(new Token("header.claims.signature", ISSUED, ISSUED.plusSeconds(1140)), NOW);

    @Test
    void aTokenIsGoodFromTheMomentOfItsIssue() {
        assertThat(STATE.isFresh(ISSUED.toEpochMilli())).isTrue();
        assertThat(STATE.isUsable(ISSUED.toEpochMilli())).isTrue();
        assertThat(STATE.isFresh(ISSUED.toEpochMilli() - 1)).isFalse();
        assertThat(STATE.isUsable(ISSUED.toEpochMilli() - 1)).isFalse();
    }

    @Test
    void aTokenIsStaleTwoMinutesBeforeItsUseEnds() {
        long expired = ISSUED.plusSeconds(1140).minusSeconds(30).toEpochMilli();
        long stale = expired - Duration.ofMinutes(2).toMillis();

        assertThat(STATE.isFresh(stale - 1)).isTrue();
        assertThat(STATE.isFresh(stale)).isFalse();
        assertThat(STATE.isUsable(expired - 1)).isTrue();
        assertThat(STATE.isUsable(expired)).isFalse();
    }
}
