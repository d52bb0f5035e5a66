package io.github.ascjava.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryReplayGuardTest {

    private final SteppedClock clock = new SteppedClock();
    private final ReplayGuard guard = new MemoryReplayGuard(clock, Duration.ofDays(10), 3);

    @Test
    void anEventIsClaimedOnce() {
        assertThat(guard.claim("a")).isTrue();
        assertThat(guard.claim("a")).isFalse();
        assertThat(guard.claim("b")).isTrue();
    }

    @Test
    void anEventThatIsReleasedCanBeClaimedAgain() {
        guard.claim("a");
        guard.release("a");
        guard.release("never claimed");

        assertThat(guard.claim("a")).isTrue();
    }

    @Test
    void anEventIsRememberedForTheWholeTimeAndNoLonger() {
        guard.claim("a");
        clock.advance(Duration.ofDays(10).minusNanos(1));
        assertThat(guard.claim("a")).isFalse();
        clock.advance(Duration.ofNanos(1));

        assertThat(guard.claim("a")).isTrue();
        assertThat(guard).hasToString("MemoryReplayGuard[events=1, retention=PT240H, maxEvents=3]");
    }

    @Test
    void theOldestEventIsForgottenWhenTheGuardIsFull() {
        for (String id : new String[] {"a", "b", "c", "d"}) {
            assertThat(guard.claim(id)).isTrue();
        }

        assertThat(guard.claim("b")).isFalse();
        assertThat(guard.claim("d")).isFalse();
        assertThat(guard.claim("a")).isTrue();
    }

    @Test
    void aClockThatGoesBackLosesNothing() {
        guard.claim("a");
        clock.advance(Duration.ofDays(-30));

        assertThat(guard.claim("a")).isFalse();
        assertThat(guard.claim("b")).isTrue();
    }

    @Test
    void ofManyThreadsOneGetsAnEvent() {
        ReplayGuard shared = ReplayGuard.inMemory(Clock.systemUTC());

        assertThat(IntStream.range(0, 10_000).parallel().filter(i -> shared.claim("event " + i % 100)))
                .hasSize(100);
    }

    @Test
    void limitsThatRememberNothingAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryReplayGuard(clock, Duration.ZERO, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryReplayGuard(clock, Duration.ofDays(1), 0));
    }

    private static final class SteppedClock extends Clock {

        private Instant now = Instant.parse("2026-11-24T12:00:00Z");

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
