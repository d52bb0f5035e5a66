package io.github.ascjava.examples;

import io.github.ascjava.examples.assets.AssetsCommand;
import io.github.ascjava.examples.cli.AscCommand;
import io.github.ascjava.examples.cli.Commands;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.ErrorReport;
import io.github.ascjava.examples.cli.GroupCommand;
import io.github.ascjava.examples.cli.Screen;
import io.github.ascjava.examples.cli.ValueReferences;
import io.github.ascjava.examples.devices.DevicesCommand;
import io.github.ascjava.examples.metadata.MetadataCommand;
import io.github.ascjava.examples.notary.NotarizeCommand;
import io.github.ascjava.examples.release.ReleaseCommand;
import io.github.ascjava.examples.reports.AnalyticsCommand;
import io.github.ascjava.examples.reports.SalesCommand;
import io.github.ascjava.examples.signing.SigningCommand;
import io.github.ascjava.examples.testflight.BuildsCommand;
import io.github.ascjava.examples.testflight.TestersCommand;
import io.github.ascjava.examples.users.UsersCommand;
import io.github.ascjava.examples.webhooks.WebhooksCommand;
import io.github.ascjava.testing.Sandbox;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code asc}. */
@Command(
        name = "asc",
        description = "Jobs on App Store Connect.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Main.Version.class,
        footer = {
            "",
            "The key comes from the environment: ASC_KEY_ID, ASC_ISSUER_ID (unless it is an",
            "individual key) and one of ASC_PRIVATE_KEY_PATH, ASC_PRIVATE_KEY and",
            "ASC_PRIVATE_KEY_B64. The names that fastlane and codemagic use work too.",
            "Without a key, the commands run against a sandbox on this machine.",
            "ASC_BASE_URL sends requests to another server than Apple's.",
            "--profile or ASC_PROFILE takes both from a profile of ~/.config/asc/config instead.",
            "",
            "@env:NAME stands for the variable NAME, and @file:PATH for the line in a file, as",
            "the value of an argument that is text.",
            "",
            "--read-only or ASC_READ_ONLY=1 stops whatever could change something.",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 stopped by --read-only."
        })
public final class Main extends GroupCommand {

    /** The commands, in the order of the help. */
    static final List<String> COMMANDS = List.of(
            "whoami",
            "apps",
            "call",
            "users",
            "devices",
            "signing",
            "builds",
            "testers",
            "assets",
            "metadata",
            "release",
            "sales",
            "analytics",
            "webhooks",
            "notarize",
            "sandbox",
            "help",
            "generate-completion");

    private Main() {}

    /** Runs the command that the arguments name and ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.exit(run(System.getenv(), args));
    }

    /** Runs the command that the arguments name and returns its exit code. */
    static int run(Map<String, String> environment, String... args) {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        Connector connector =
                new Connector(environment, in, Screen.ofThisProgram(environment), Clock.systemUTC(), Sandbox::start);
        return commandLine(connector, args).execute(args);
    }

    /**
     * Builds the program; its commands connect as told.
     *
     * @param args what it will be executed with: picocli loads and reads the classes of all commands that it knows, so if they begin
     *     with a command, it is the only one
     */
    static CommandLine commandLine(Connector connector, String... args) {
        CommandLine program = new CommandLine(new Main(), new Commands(connector));
        String first = firstWord(args);
        boolean isOneEnough = COMMANDS.contains(first) && !first.equals("help") && !first.equals("generate-completion");
        (isOneEnough ? List.of(first) : COMMANDS).forEach(name -> program.addSubcommand(command(name)));
        return program.registerConverter(String.class, new ValueReferences(connector::environment))
                .setExecutionStrategy(Main::runUnlessMistyped)
                .setExecutionExceptionHandler(
                        (exception, command, parsed) -> new ErrorReport(command.getErr()).failure(exception))
                .setParameterExceptionHandler((exception, arguments) ->
                        new ErrorReport(exception.getCommandLine().getErr()).wrongUsage(exception));
    }

    /** Returns the first argument that is no option of the program or its value; empty without one. */
    private static String firstWord(String... args) {
        int index = 0;
        while (index < args.length
                && (args[index].startsWith(AscCommand.PROFILE) || args[index].equals(AscCommand.READ_ONLY))) {
            index += args[index].equals(AscCommand.PROFILE) ? 2 : 1;
        }
        return index < args.length ? args[index] : "";
    }

    /** Only the class of the command that is run is loaded. */
    private static Class<?> command(String name) {
        return switch (name) {
            case "whoami" -> WhoamiCommand.class;
            case "apps" -> AppsCommand.class;
            case "call" -> CallCommand.class;
            case "users" -> UsersCommand.class;
            case "devices" -> DevicesCommand.class;
            case "signing" -> SigningCommand.class;
            case "builds" -> BuildsCommand.class;
            case "testers" -> TestersCommand.class;
            case "assets" -> AssetsCommand.class;
            case "metadata" -> MetadataCommand.class;
            case "release" -> ReleaseCommand.class;
            case "sales" -> SalesCommand.class;
            case "analytics" -> AnalyticsCommand.class;
            case "webhooks" -> WebhooksCommand.class;
            case "notarize" -> NotarizeCommand.class;
            case "sandbox" -> SandboxCommand.class;
            case "help" -> CommandLine.HelpCommand.class;
            case "generate-completion" -> AutoComplete.GenerateCompletion.class;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** With {@code --help}, picocli shows some help whatever else was typed. */
    private static int runUnlessMistyped(ParseResult parsed) {
        for (ParseResult each = parsed; each != null; each = each.subcommand()) {
            if (!each.unmatched().isEmpty()) {
                throw new UnmatchedArgumentException(each.commandSpec().commandLine(), each.unmatched());
            }
        }
        return new CommandLine.RunLast().execute(parsed);
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
