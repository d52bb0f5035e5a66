package io.github.ascjava.uploads.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

class ProgressCounterTest {

    @Test
    void anAttemptThatStartsOverCountsFromTheFurthestOneBefore() {
        TransferPlan plan = TransferPlan.of(List.of(new Part(1, 0, 100), new Part(2, 100, 100), new Part(3, 200, 50)));
        ProgressCounter counter = new ProgressCounter(plan.without(Set.of(3)));
        LongConsumer first = counter.ofPart();
        LongConsumer second = counter.ofPart();

        assertThat(counter.snapshot()).isEqualTo(new TransferProgress(50, 250, 1, 3, 0));
        first.accept(60);
        second.accept(100);
        assertThat(counter.sent()).isEqualTo(210);
        first.accept(30);
        assertThat(counter.sent()).isEqualTo(210);
        first.accept(60);
        first.accept(90);
        assertThat(counter.sent()).isEqualTo(240);
        first.accept(100);
        assertThat(counter.snapshot()).isEqualTo(new TransferProgress(250, 250, 1, 3, 0));
    }
}
