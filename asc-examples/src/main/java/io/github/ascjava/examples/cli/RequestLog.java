package io.github.ascjava.examples.cli;

import io.github.ascjava.client.call.CallAttempt;
import io.github.ascjava.client.call.CallListener;
import io.github.ascjava.client.call.CallResult;
import java.util.Objects;

/** Tells of requests: of each one if wished, and otherwise only of those that are tried again, so that no wait is silent. */
final class RequestLog implements CallListener {

    private final Terminal terminal;
    private final boolean isVerbose;

    RequestLog(Terminal terminal, boolean isVerbose) {
        this.terminal = terminal;
        this.isVerbose = isVerbose;
    }

    @Override
    public void onResponse(CallAttempt attempt, CallResult result) {
        if (isVerbose) {
            terminal.note(attempt.operation() + ": " + outcome(result) + " after "
                    + result.duration().toMillis() + " ms" + (result.isRetried() ? ", trying again" : ""));
        } else if (result.isRetried()) {
            terminal.note(attempt.operation() + " failed: " + outcome(result) + ". Trying again in "
                    + Math.max(1, Objects.requireNonNull(result.retryDelay()).toSeconds()) + " s.");
        }
    }

    private static String outcome(CallResult result) {
        if (result.status() != null) {
            return "status " + result.status();
        }
        Throwable failure = result.failure();
        return failure == null ? "no answer" : failure.toString();
    }
}
