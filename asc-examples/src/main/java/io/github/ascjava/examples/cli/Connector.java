package io.github.ascjava.examples.cli;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.Sleeper;
import io.github.ascjava.testing.Sandbox;
import java.io.BufferedReader;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Connects a command to Apple if a key is configured, and to a sandbox of its own if none is. */
public final class Connector {

    static final String BASE_URL = "ASC_BASE_URL";
    private static final String READ_ONLY = "ASC_READ_ONLY";

    private final Map<String, String> environment;
    private final BufferedReader in;
    private final Screen screen;
    private final Clock clock;
    private final Supplier<Sandbox> sandboxes;
    private final Sleeper sleeper;

    /**
     * Makes a connector whose waits with a key take real time.
     *
     * @param environment where key and base URL come from, or the name of the profile that has them
     * @param in what answers are read from
     * @param screen what the program's output goes to
     * @param clock what "now" is where a key is configured
     * @param sandboxes starts a sandbox for a command without a key
     */
    public Connector(
            Map<String, String> environment,
            BufferedReader in,
            Screen screen,
            Clock clock,
            Supplier<Sandbox> sandboxes) {
        this(environment, in, screen, clock, sandboxes, Sleeper.SYSTEM);
    }

    /**
     * Makes a connector whose waits with a key pass in another way.
     *
     * @param sleeper waits where a key is configured; otherwise like the other constructor
     */
    public Connector(
            Map<String, String> environment,
            BufferedReader in,
            Screen screen,
            Clock clock,
            Supplier<Sandbox> sandboxes,
            Sleeper sleeper) {
        this.environment = Map.copyOf(environment);
        this.in = in;
        this.screen = screen;
        this.clock = clock;
        this.sandboxes = sandboxes;
        this.sleeper = sleeper;
    }

    /** Returns a variable of the environment, or null if it is not set or blank. */
    public @Nullable String environment(String name) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? null : value;
    }

    /** Returns what "now" is for commands that connect to nothing. */
    Clock clock() {
        return clock;
    }

    /** Returns where a command that does not connect prints, and whom it asks. */
    public Terminal terminal(CommandLine command, boolean isQuiet) {
        return new Terminal(
                command.getOut(),
                command.getErr(),
                in,
                isQuiet,
                screen.isInteractive(),
                screen.width(),
                command.getColorScheme().ansi());
    }

    /** Does a job with a connection, and ends the connection whatever happens. */
    int run(Terminal terminal, Manner manner, Job job) throws Exception {
        Map<String, String> variables = new Profiles(environment).variables(manner.profile());
        // Whichever says so: a profile cannot take back what the environment demands.
        boolean environmentIs = isReadOnly(environment);
        boolean profileIs = isReadOnly(variables);
        boolean readOnly = manner.isReadOnly() || environmentIs || profileIs;
        Manner whole = new Manner(manner.isDryRun(), readOnly, manner.isVerbose(), manner.profile());
        return ApiKey.isConfigured(variables)
                ? withKey(variables, terminal, whole, job)
                : withSandbox(terminal, whole, job);
    }

    /** A value that is misspelled must not allow writes. */
    private static boolean isReadOnly(Map<String, String> variables) {
        return switch (variables.getOrDefault(READ_ONLY, "").strip()) {
            case "1", "true" -> true;
            case "", "0", "false" -> false;
            default ->
                throw new FailedException(
                        READ_ONLY + ", or read_only of the profile, is neither 1 nor 0. Set it to 1 to"
                                + " let reads pass only, or to 0.");
        };
    }

    private int withKey(Map<String, String> variables, Terminal terminal, Manner manner, Job job) throws Exception {
        AppStoreConnect.Builder builder = AppStoreConnect.builder(ApiKey.fromEnvironment(variables))
                .options(o -> o.clock(clock).sleeper(sleeper));
        String baseUrl = variables.getOrDefault(BASE_URL, "").strip();
        if (!baseUrl.isEmpty()) {
            try {
                builder.baseUrl(baseUrl.endsWith("/") ? baseUrl : baseUrl + "/");
            } catch (IllegalArgumentException e) {
                throw new FailedException(BASE_URL + " cannot be used: " + e.getMessage(), e);
            }
        }
        return connected(builder, clock, sleeper, terminal, manner, job);
    }

    private int withSandbox(Terminal terminal, Manner manner, Job job) throws Exception {
        if (!environment.getOrDefault(BASE_URL, "").isBlank()) {
            throw new FailedException(BASE_URL + " is set, but no API key to sign requests with. Set ASC_KEY_ID,"
                    + " ASC_ISSUER_ID and ASC_PRIVATE_KEY_PATH as well.");
        }
        try (Sandbox sandbox = sandboxes.get()) {
            terminal.note("No API key is configured, so this is a sandbox with made-up data.");
            Sleeper passing = duration -> {
                sandbox.advanceTime(duration);
                return CompletableFuture.completedFuture(null);
            };
            return connected(sandbox.clientBuilder(), sandbox.clock(), passing, terminal, manner, job);
        }
    }

    private static int connected(
            AppStoreConnect.Builder builder, Clock clock, Sleeper sleeper, Terminal terminal, Manner manner, Job job)
            throws Exception {
        OkHttpClient.Builder http = new OkHttpClient.Builder();
        if (manner.isDryRun()) {
            http.addInterceptor(new DryRun(terminal));
        }
        OkHttpClient client = http.build();
        // What a dry run would change is shown, and not sent either.
        builder.readOnly(manner.isReadOnly() && !manner.isDryRun());
        try (AppStoreConnect asc = builder.options(o -> o.listener(new RequestLog(terminal, manner.isVerbose())))
                .httpClient(client)
                .userAgent("asc-examples")
                .build()) {
            return job.run(new Session(asc, terminal, clock, sleeper));
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }

    /**
     * How a job is carried out.
     *
     * @param isDryRun whether requests that change something are shown instead of sent
     * @param isReadOnly whether they fail
     * @param isVerbose whether every request is told of
     * @param profile the profile that the arguments name, or null
     */
    record Manner(
            boolean isDryRun,
            boolean isReadOnly,
            boolean isVerbose,
            @Nullable String profile) {}

    /** What a command does with a connection. */
    @FunctionalInterface
    interface Job {

        /** Returns the exit code. */
        int run(Session session) throws Exception;
    }
}
