package io.github.ascjava.testing.internal.behavior.common;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;

/** What is to be done when its time has come, earliest first. Not thread-safe. */
public final class Scheduler {

    private final Queue<Item> items =
            new PriorityQueue<>(Comparator.comparing(Item::due).thenComparing(Item::number));
    private long added;

    /**
     * Adds a task; of two with the same time, the one added first is run first.
     *
     * @param task gets the time for which it was meant, from which what follows is to be counted: the sandbox's time may have
     *     gone on for days since
     */
    public void at(Instant due, Consumer<Instant> task) {
        items.add(new Item(due, added++, task));
    }

    /** Runs what is due, and what that adds if it is due too. */
    public void run(Instant now) {
        while (true) {
            Item next = items.peek();
            if (next == null || next.due().isAfter(now)) {
                return;
            }
            items.remove().task().accept(next.due());
        }
    }

    private record Item(Instant due, long number, Consumer<Instant> task) {}
}
