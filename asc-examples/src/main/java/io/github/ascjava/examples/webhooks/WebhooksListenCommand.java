package io.github.ascjava.examples.webhooks;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.webhooks.WebhookEvent;
import io.github.ascjava.webhooks.WebhookVerifier;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Receives events and prints them, and runs a program for each. */
@Command(
        name = "listen",
        description =
                "Receives events until it is ended (Ctrl-C), prints each as a line of JSON, and runs a command for it.",
        footer = {
            "",
            "The command gets the event on standard input, and nothing of it in arguments or environment. There is no",
            "shell. Its output goes to standard error. Events are handled one after the other. App Store Connect gets its",
            "response before that, and the status 503 if too many events wait. An event whose command fails is handled",
            "again when its delivery is sent again: asc webhooks redeliver",
            "",
            "This is HTTP without TLS; put a proxy with TLS in front, and let it keep the body as it is."
        })
final class WebhooksListenCommand implements Callable<Integer> {

    @Option(
            names = "--secret",
            paramLabel = "SOURCE",
            required = true,
            description = "Where the secret of the webhook is: " + SecretSource.FORMS
                    + ". Twice or more to accept several, while one is replaced.")
    private List<String> sources = List.of();

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "The address to listen on; 127.0.0.1 if not given.")
    private String bind = "127.0.0.1";

    @Option(names = "--port", description = "The port; any that is free if not given.")
    private int port;

    @Option(names = "--queue", description = "How many events may wait; 100 if not given.")
    private int queue = 100;

    @Option(
            names = "--request-time",
            paramLabel = "SECONDS",
            description = "How long a request may take; 10 if not given.")
    private int requestTime = 10;

    @Option(
            names = "--command-time",
            paramLabel = "SECONDS",
            description = "After how long the command is killed; 600 if not given.")
    private int commandTime = 600;

    @Parameters(paramLabel = "COMMAND", description = "A program and its arguments, after --.")
    private List<String> command = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    private final Connector connector;

    WebhooksListenCommand(Connector connector) {
        this.connector = connector;
    }

    @Override
    public Integer call() throws IOException {
        requireRange("--port", port, 0, 65_535);
        requireRange("--queue", queue, 1, 100_000);
        requireRange("--request-time", requestTime, 1, 3600);
        requireRange("--command-time", commandTime, 1, 86_400);
        Set<String> variables = new HashSet<>();
        WebhookVerifier verifier = verifier(variables);
        Terminal terminal = connector.terminal(spec.commandLine(), false);
        ServerLimits.set(requestTime);
        try (Listener listener = listen(verifier, terminal, action(terminal, variables))) {
            String host = listener.address().getAddress().getHostAddress();
            terminal.note("Listening on http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                    + listener.address().getPort() + "/");
            Thread atExit = new Thread(listener::close);
            Runtime.getRuntime().addShutdownHook(atExit);
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private Listener listen(WebhookVerifier verifier, Terminal terminal, Consumer<WebhookEvent> action)
            throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(bind), port);
        try {
            return Listener.start(address, verifier, queue, terminal, action);
        } catch (BindException e) {
            throw new FailedException(
                    "Nothing can listen on " + bind + ", port " + port + ": " + e.getMessage() + ".", e);
        }
    }

    private Consumer<WebhookEvent> action(Terminal terminal, Set<String> variables) {
        return command.isEmpty()
                ? event -> {}
                : new EventCommand(command, variables, Duration.ofSeconds(commandTime), terminal)::run;
    }

    /** Reads the secrets, and collects the variables that they are in. */
    private WebhookVerifier verifier(Set<String> variables) throws IOException {
        List<String> secrets = new ArrayList<>();
        for (String text : sources) {
            SecretSource source = SecretSource.of(text)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "--secret is " + SecretSource.FORMS + ", not the secret itself."));
            secrets.add(source.read(connector::environment));
            if (source.kind().equals("env")) {
                variables.add(source.name());
            }
        }
        return WebhookVerifier.of(secrets);
    }

    private void requireRange(String option, int number, int least, int most) {
        if (number < least || number > most) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " is a number from " + least + " to " + most + ", but was " + number + ".");
        }
    }
}
