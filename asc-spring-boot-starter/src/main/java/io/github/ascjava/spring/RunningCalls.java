package io.github.ascjava.spring;

import io.github.ascjava.client.AppStoreConnect;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dispatcher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/**
 * Lets asynchronous calls end before an application closes its clients, for as long as
 * {@code spring.lifecycle.timeout-per-shutdown-phase}.
 */
final class RunningCalls implements SmartLifecycle {

    /** After web servers and executors, whose tasks may start calls until they stop. */
    private static final int PHASE = DEFAULT_PHASE - 4096;

    private final ObjectProvider<AppStoreConnect> clients;
    private volatile boolean running;

    RunningCalls(ObjectProvider<AppStoreConnect> clients) {
        this.clients = clients;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public void stop(Runnable done) {
        running = false;
        List<Dispatcher> dispatchers =
                clients.stream().map(client -> client.httpClient().dispatcher()).toList();
        AtomicInteger busy = new AtomicInteger(dispatchers.size());
        if (dispatchers.isEmpty()) {
            done.run();
        }
        for (Dispatcher dispatcher : dispatchers) {
            whenIdle(dispatcher, () -> {
                if (busy.decrementAndGet() == 0) {
                    done.run();
                }
            });
        }
    }

    private static void whenIdle(Dispatcher dispatcher, Runnable action) {
        AtomicBoolean isDone = new AtomicBoolean();
        Runnable once = () -> {
            if (isDone.compareAndSet(false, true)) {
                action.run();
            }
        };
        Runnable former = dispatcher.getIdleCallback();
        dispatcher.setIdleCallback(() -> {
            if (former != null) {
                former.run();
            }
            once.run();
        });
        if (dispatcher.runningCallsCount() == 0) {
            once.run();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
