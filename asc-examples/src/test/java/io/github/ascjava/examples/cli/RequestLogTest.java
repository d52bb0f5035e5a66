package io.github.ascjava.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.call.CallAttempt;
import io.github.ascjava.client.call.CallResult;
import io.github.ascjava.client.call.RateLimit;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class RequestLogTest {

    private final StringWriter err = new StringWriter();

    private String told(boolean isQuiet, boolean isVerbose, @Nullable Duration retryDelay) {
        PrintWriter writer = new PrintWriter(err, true);
        BufferedReader in = new BufferedReader(new StringReader(""));
        Terminal terminal = new Terminal(writer, writer, in, isQuiet, false, 80, Ansi.OFF);
        new RequestLog(terminal, isVerbose)
                .onResponse(
                        new CallAttempt("x", "GET", "/v1/apps", 1, Instant.EPOCH),
                        new CallResult(
                                null,
                                Duration.ofMillis(20),
                                new ConnectException("Connection refused"),
                                retryDelay,
                                RateLimit.UNKNOWN,
                                null));
        return err.toString();
    }

    @Test
    void aWaitBeforeAnotherAttemptIsNotSilent() {
        assertThat(told(false, false, Duration.ofSeconds(4)))
                .isEqualToNormalizingNewlines("GET /v1/apps failed: java.net.ConnectException: Connection refused."
                        + " Trying again in 4 s.\n");
    }

    @Test
    void theLastAttemptIsLeftToTheErrorMessage() {
        assertThat(told(false, false, null)).isEmpty();
    }

    @Test
    void quietIsSilent() {
        assertThat(told(true, false, Duration.ofSeconds(4))).isEmpty();
    }

    @Test
    void verboseTellsOfEachAttempt() {
        assertThat(told(false, true, null)).startsWith("GET /v1/apps: ").contains("Connection refused after 20 ms");
    }
}
