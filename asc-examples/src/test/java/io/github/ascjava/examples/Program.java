package io.github.ascjava.examples;

import io.github.ascjava.auth.TeamKey;
import io.github.ascjava.client.call.Sleeper;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.Screen;
import io.github.ascjava.testing.Sandbox;
import io.github.ascjava.testing.SandboxControl;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;

/** One run of the program and what it printed. */
record Program(int exitCode, String out, String err) {

    /** When the sandbox was started, so that its dates are the same every time. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    /** Runs it with nothing configured, so on a sandbox of its own. */
    static Program run(String... arguments) {
        return run(Map.of(), arguments);
    }

    static Program run(Map<String, String> environment, String... arguments) {
        return answering("", environment, arguments);
    }

    /** Runs it at the time of this machine, for a server in another process. */
    static Program runNow(Map<String, String> environment, String... arguments) {
        return run(Clock.systemUTC(), "", environment, arguments);
    }

    /** Runs it with somebody in front who types. */
    static Program answering(String typed, Map<String, String> environment, String... arguments) {
        return run(CLOCK, typed, environment, arguments);
    }

    /** Runs it on a sandbox whose time passes while the program waits. */
    static Program passingTime(Sandbox sandbox, Map<String, String> environment, String... arguments) {
        Sleeper passing = duration -> {
            sandbox.advanceTime(duration);
            return CompletableFuture.completedFuture(null);
        };
        return run(sandbox.clock(), passing, "", environment, arguments);
    }

    private static Program run(Clock clock, String typed, Map<String, String> environment, String... arguments) {
        return run(clock, Sleeper.SYSTEM, typed, environment, arguments);
    }

    private static Program run(
            Clock clock, Sleeper sleeper, String typed, Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Connector connector = new Connector(
                environment,
                new BufferedReader(new StringReader(typed)),
                Screen.NONE,
                clock,
                () -> Sandbox.builder().clock(clock).start(),
                sleeper);
        CommandLine program = Main.commandLine(connector, arguments)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        return new Program(program.execute(arguments), out.toString(), err.toString());
    }

    /** Returns the program, to look at its commands and options. */
    static CommandLine commandLine() {
        BufferedReader nobody = new BufferedReader(new StringReader(""));
        return Main.commandLine(new Connector(Map.of(), nobody, Screen.NONE, CLOCK, Sandbox::start));
    }

    /** Returns the environment of somebody whose key is that of a sandbox, and who has set its URL. */
    static Map<String, String> environment(SandboxControl sandbox, Path folder) {
        return Map.of(
                "ASC_KEY_ID",
                sandbox.key().keyId(),
                "ASC_ISSUER_ID",
                ((TeamKey) sandbox.key()).issuerId(),
                "ASC_PRIVATE_KEY_PATH",
                sandbox.writeKeyFile(folder).toString(),
                "ASC_BASE_URL",
                sandbox.baseUrl());
    }
}
