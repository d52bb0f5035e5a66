package io.github.ascjava.examples;

import io.github.ascjava.examples.assets.AssetsCommand;
import io.github.ascjava.examples.cli.Commands;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.ErrorReport;
import io.github.ascjava.examples.cli.GroupCommand;
import io.github.ascjava.examples.cli.Screen;
import io.github.ascjava.examples.devices.DevicesCommand;
import io.github.ascjava.examples.notary.NotarizeCommand;
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
        subcommands = {
            WhoamiCommand.class,
            AppsCommand.class,
            CallCommand.class,
            UsersCommand.class,
            DevicesCommand.class,
            SigningCommand.class,
            BuildsCommand.class,
            TestersCommand.class,
            AssetsCommand.class,
            SalesCommand.class,
            AnalyticsCommand.class,
            WebhooksCommand.class,
            NotarizeCommand.class,
            SandboxCommand.class,
            CommandLine.HelpCommand.class,
            AutoComplete.GenerateCompletion.class
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
public final class Main extends GroupCommand {

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
                .setExecutionStrategy(Main::runUnlessMistyped)
                .setExecutionExceptionHandler(
                        (exception, command, parsed) -> new ErrorReport(command.getErr()).failure(exception))
                .setParameterExceptionHandler((exception, arguments) ->
                        new ErrorReport(exception.getCommandLine().getErr()).wrongUsage(exception));
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
