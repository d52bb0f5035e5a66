package io.github.ascjava.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.model.appstore.AppScreenshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedListsTest {

    private final Hand clock = new Hand();
    private final SharedLists lists = new SharedLists(clock);
    private int reads;

    @Test
    void manyFilesReadTheirListOnce() {
        try (SharedLists.Watcher first = lists.watch("set");
                SharedLists.Watcher second = lists.watch("set")) {
            read(first);
            read(second);
            assertThat(reads).isEqualTo(1);
            clock.pass(Duration.ofSeconds(1));
            read(first);
            read(second);
            assertThat(reads).isEqualTo(2);
        }
    }

    /** Files of a set come one after the other where few are uploaded at a time. */
    @Test
    void theNextFileOfAParentWaitsForItsSecond() {
        try (SharedLists.Watcher first = lists.watch("set")) {
            read(first);
        }
        clock.pass(Duration.ofMillis(999));
        try (SharedLists.Watcher next = lists.watch("set")) {
            read(next);
            assertThat(reads).isEqualTo(1);
            clock.pass(Duration.ofMillis(1));
            read(next);
            assertThat(reads).isEqualTo(2);
        }
        clock.pass(Duration.ofSeconds(1));
        try (SharedLists.Watcher next = lists.watch("set")) {
            read(next);
            assertThat(reads).isEqualTo(3);
        }
    }

    @Test
    void otherParentsHaveListsOfTheirOwn() {
        try (SharedLists.Watcher first = lists.watch("set");
                SharedLists.Watcher other = lists.watch("other")) {
            read(first);
            read(other);
            assertThat(reads).isEqualTo(2);
        }
    }

    private void read(SharedLists.Watcher watcher) {
        assertThat(watcher.<AppScreenshot>read("id", () -> {
                    reads++;
                    return List.of();
                }))
                .isEmpty();
    }

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-11-30T12:00:00Z");

        void pass(Duration duration) {
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
