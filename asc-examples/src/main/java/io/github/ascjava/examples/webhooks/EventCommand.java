package io.github.ascjava.examples.webhooks;

import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.webhooks.WebhookEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program for an event, which it gets on standard input.
 *
 * <p>There is no shell, and nothing of the event is in arguments or environment, so nothing in an event can become a command.
 * What the program prints goes to standard error, because standard output is for events.
 */
final class EventCommand {

    private static final Duration LAST_OUTPUT = Duration.ofSeconds(1);

    private final List<String> command;
    private final Set<String> hiddenVariables;
    private final Duration timeout;
    private final Terminal terminal;

    /**
     * Makes a runner.
     *
     * @param hiddenVariables variables that the program does not get, such as those with the webhook's secret
     * @param timeout after this, the program and those that it started are killed
     */
    EventCommand(List<String> command, Set<String> hiddenVariables, Duration timeout, Terminal terminal) {
        this.command = List.copyOf(command);
        this.hiddenVariables = Set.copyOf(hiddenVariables);
        this.timeout = timeout;
        this.terminal = terminal;
    }

    /**
     * Runs the program and waits for it.
     *
     * @throws FailedException if it cannot be started, fails or takes too long
     */
    void run(WebhookEvent event) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(hiddenVariables);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new FailedException("The command could not be started: " + e.getMessage(), e);
        }
        // Both on threads of their own: a program that neither reads nor prints must not block, nor outlast the
        // timeout.
        inBackground(() -> write(process, event));
        Thread output = inBackground(() -> copyOutput(process));
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new FailedException(
                        "The command was killed: it did not end within " + timeout.toSeconds() + " s.");
            }
            output.join(LAST_OUTPUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException("The command was killed, because the listener ends.", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new FailedException("The command failed with the exit code " + process.exitValue() + ".");
        }
    }

    private static void write(Process process, WebhookEvent event) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(event.json().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without reading all, as it may.
        }
    }

    private void copyOutput(Process process) {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                terminal.note(line);
            }
        } catch (IOException e) {
            // It was killed.
        }
    }

    private static Thread inBackground(Runnable task) {
        Thread thread = new Thread(task, "asc-webhooks-command");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
