package io.github.ascjava.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemSleeperTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.000000001S", "PT0.05S"})
    void aWaitEndsNoEarlierThanItsTime(Duration duration) throws Exception {
        long start = System.nanoTime();
        Sleeper.SYSTEM.sleep(duration).get(10, TimeUnit.SECONDS);

        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(duration.toNanos());
    }

    /** Such times overflow when they are added to the clock. */
    @Test
    void aWaitOfCenturiesDoesNotEndAndDelaysNoOther() throws Exception {
        CompletableFuture<Void> longest = Sleeper.SYSTEM.sleep(Duration.ofSeconds(Long.MAX_VALUE));
        CompletableFuture<Void> nearly = Sleeper.SYSTEM.sleep(Duration.ofNanos(Long.MAX_VALUE));

        Sleeper.SYSTEM.sleep(Duration.ofMillis(20)).get(10, TimeUnit.SECONDS);
        Sleeper.SYSTEM.sleep(Duration.ofMillis(20)).get(10, TimeUnit.SECONDS);

        assertThat(longest).isNotDone();
        assertThat(nearly).isNotDone();
        longest.cancel(false);
        nearly.cancel(false);
    }

    @Test
    void aCanceledWaitStaysCanceled() throws Exception {
        CompletableFuture<Void> canceled = Sleeper.SYSTEM.sleep(Duration.ofMillis(20));
        canceled.cancel(false);
        Sleeper.SYSTEM.sleep(Duration.ofMillis(40)).get(10, TimeUnit.SECONDS);

        assertThat(canceled).isCancelled();
    }
}
