package io.github.ascjava.examples.cli;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.Sleeper;
import java.time.Clock;
import java.time.Duration;

/**
 * What a command works with.
 *
 * @param asc the connection
 * @param terminal where to print and whom to ask
 * @param clock what "now" is: that of the server, where the server is the sandbox
 * @param sleeper how to wait: at once, where the server is the sandbox, whose time then passes
 */
public record Session(AppStoreConnect asc, Terminal terminal, Clock clock, Sleeper sleeper) {

    /** Waits before something is asked for again. */
    public void pause(Duration duration) {
        sleeper.sleep(duration).join();
    }
}
