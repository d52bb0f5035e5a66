package io.github.ascjava.examples;

import io.github.ascjava.auth.InvalidApiKeyException;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.examples.cli.Commands;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Screen;
import io.github.ascjava.examples.devices.DevicesCommand;
import io.github.ascjava.examples.signing.SigningCommand;
import io.github.ascjava.examples.testflight.BuildsCommand;
import io.github.ascjava.examples.testflight.TestersCommand;
import io.github.ascjava.examples.users.UsersCommand;
import io.github.ascjava.testing.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code asc}. */
@Command(
        name = "asc",
        description = "Jobs on App Store Connect.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Main.Version.class,
        subcommands = {
            WhoamiCommand.class,
            AppsCommand.class,
            CallCommand.class,
            UsersCommand.class,
            DevicesCommand.class,
            SigningCommand.class,
            BuildsCommand.class,
            TestersCommand.class,
            SandboxCommand.class
        },
        footer = {
            "",
            "The key comes from the environment: ASC_KEY_ID, ASC_ISSUER_ID (unless it is an",
            "individual key) and one of ASC_PRIVATE_KEY_PATH, ASC_PRIVATE_KEY and",
            "ASC_PRIVATE_KEY_B64. The names that fastlane and codemagic use work too.",
            "Without a key, the commands run against a sandbox on this machine.",
            "ASC_BASE_URL sends requests to another server than Apple's.",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage."
        })
public final class Main implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    private Main() {}

    /** Runs the command that the arguments name and ends the JVM with its exit code. */
    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        Connector connector =
                new Connector(environment, in, Screen.ofThisProgram(environment), Clock.systemUTC(), Sandbox::start);
        System.exit(commandLine(connector).execute(args));
    }

    /** Builds the program; its commands connect as told. */
    static CommandLine commandLine(Connector connector) {
        return new CommandLine(new Main(), new Commands(connector))
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    if (!isExpected(exception)) {
                        throw exception;
                    }
                    PrintWriter err = command.getErr();
                    err.println(exception.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    /** What a user can do something about is said in a sentence; anything else is a bug and deserves its stack trace. */
    private static boolean isExpected(Exception exception) {
        return exception instanceof AscException
                || exception instanceof InvalidApiKeyException
                || exception instanceof FailedException
                || exception instanceof IOException
                || exception instanceof UncheckedIOException;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    /** Reads the version from the jar that the program came in. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"asc " + (version == null ? "dev" : version)};
        }
    }
}
