package io.github.ascjava.testing.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxStateTest {

    private final SandboxState world = Bench.live().world;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void tasksRunAfterwardsInOrderOnAnotherThreadAndMayTakeTheLock() throws InterruptedException {
        List<String> seen = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);

        world.locked(() -> {
            world.afterwards(
                    () -> world.locked(() -> seen.add(Thread.currentThread().getName())));
            world.afterwards(() -> {
                seen.add("second");
                done.countDown();
            });
            seen.add("first");
        });

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).containsExactly("first", "asc-sandbox", "second");
    }

    @Test
    void tasksThatComeTooLateAreDropped() {
        world.close();

        world.afterwards(() -> {
            throw new IllegalStateException("never");
        });
    }

    @Test
    void thereIsNoUrlBeforeTheServerListens() {
        assertThatThrownBy(world::baseUrl).hasMessageContaining("listens");

        world.listensAt(HttpUrl.get("http://localhost:1/"));

        assertThat(world.baseUrl().port()).isEqualTo(1);
    }

    @Test
    void theSameSeedGivesTheSameChance() {
        assertThat(world.random().nextLong())
                .isEqualTo(Bench.live().world.random().nextLong());
    }
}
