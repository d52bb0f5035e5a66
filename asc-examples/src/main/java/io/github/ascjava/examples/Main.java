package io.github.ascjava.examples;

import io.github.ascjava.auth.ApiKeyException;
import io.github.ascjava.client.error.AscException;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code asc}. */
@Command(
        name = "asc",
        description = "Asks App Store Connect about your team.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Main.Version.class,
        footer = {
            "",
            "The key comes from the environment: ASC_KEY_ID, ASC_ISSUER_ID (unless it is an",
            "individual key) and one of ASC_PRIVATE_KEY_PATH, ASC_PRIVATE_KEY and",
            "ASC_PRIVATE_KEY_B64. The names that fastlane and codemagic use work too.",
            "Without a key, the commands run against a demo server on this machine.",
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
        System.exit(commandLine(System.getenv()).execute(args));
    }

    /** Builds the program for the given environment, which is where the key comes from. */
    static CommandLine commandLine(Map<String, String> environment) {
        Connector connector = new Connector(environment);
        return new CommandLine(new Main())
                .addSubcommand(new WhoamiCommand(connector))
                .addSubcommand(new AppsCommand(connector))
                .addSubcommand(new UsersCommand(connector))
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
                || exception instanceof ApiKeyException
                || exception instanceof Connector.BadSettingsException;
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
