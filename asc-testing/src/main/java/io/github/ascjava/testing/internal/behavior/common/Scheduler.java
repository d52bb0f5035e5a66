package io.github.ascjava.testing.internal.behavior.common;

import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;

/** Runs tasks when they are due, earliest first. Not thread-safe. */
public final class Scheduler implements ResourceHook {

    private final Queue<Item> items =
            new PriorityQueue<>(Comparator.comparing(Item::due).thenComparing(Item::number));
    private long added;

    /**
     * Adds a task; tasks due at the same time run in the order in which they were added.
     *
     * @param task receives its own due time, from which follow-up tasks are scheduled: the sandbox's time may have
     *     advanced by days since
     */
    public void at(Instant due, Consumer<Instant> task) {
        items.add(new Item(due, added++, task));
    }

    /** Runs the tasks that are due, and the due tasks that these add. */
    @Override
    public void timePassed(SandboxState world) {
        Instant now = world.clock().instant();
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
