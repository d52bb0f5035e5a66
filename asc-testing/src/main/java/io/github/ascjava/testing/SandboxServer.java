package io.github.ascjava.testing;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;

/**
 * Serves a sandbox to programs in any language, until it is terminated (Ctrl-C, SIGTERM).
 *
 * <p>It prints the environment variables that {@code ApiKey.fromEnvironment()} and the example program read. The
 * private key is in a file that only its owner can read and that is deleted with the server. The last line that it prints,
 * {@code # Ready: } and the base URL, means that it accepts connections.
 *
 * @since 0.1.0
 */
public final class SandboxServer {

    private static final String USAGE = """
            Usage: SandboxServer [options]
              --port N               listens on this port; any that is free if not given
              --seed N               makes other ids; the same seed makes the same
              --empty                begins without a team
              --individual           accepts an individual key instead of a team key
              --requests-per-hour N  has another budget than 3600; 0 for none
              --tls                  serves https; ASC_CA_FILE names the certificate to trust
              --control              lets tests in other languages control the sandbox over HTTP
              --export               prints the variables as commands that a shell can eval
              --no-live-deviations   follows Apple's document where the live service is known to differ""";

    private static final String EXPORT = "--export";
    private static final int USAGE_ERROR = 2;

    private SandboxServer() {}

    /** Serves a sandbox; the options are those that {@code --help} prints. */
    public static void main(String[] args) {
        if (Arrays.asList(args).contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        int status = serve(args, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int serve(String[] args, PrintStream out, PrintStream err) {
        try {
            serve(settings(args), Arrays.asList(args).contains(EXPORT) ? "export " : "", out);
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(USAGE);
            return USAGE_ERROR;
        } catch (UncheckedIOException | IOException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    /** Returns at once; the server's threads keep the program alive. */
    private static void serve(Sandbox.Builder settings, String prefix, PrintStream out) throws IOException {
        Sandbox sandbox = settings.start();
        Path directory = Files.createTempDirectory("asc-sandbox");
        Path keyFile = sandbox.writeKeyFile(directory);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(sandbox, keyFile, directory)));
        out.println("# The sandbox answers until this program ends, and the key file goes with it.");
        if (sandbox.machinery().control != null) {
            out.println(prefix + "ASC_SANDBOX_CONTROL="
                    + sandbox.machinery().control.token());
        }
        sandbox.environment(keyFile).forEach((name, value) -> {
            if (!value.isEmpty()) {
                out.println(prefix + name + "=" + (prefix.isEmpty() ? value : quoted(value)));
            }
        });
        // A comment, so that a shell can read the whole output.
        out.println("# Ready: " + sandbox.baseUrl());
        out.flush();
    }

    /** Quotes a path with characters that mean something to a shell. */
    private static String quoted(String path) {
        return path.matches("[\\w/.:-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    private static void end(Sandbox sandbox, Path keyFile, Path directory) {
        try {
            Files.deleteIfExists(keyFile);
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            System.err.println("The key file " + keyFile + " could not be deleted: " + e.getMessage());
        }
        sandbox.close();
    }

    private static Sandbox.Builder settings(String[] args) {
        Sandbox.Builder settings = Sandbox.builder();
        for (Iterator<String> rest = Arrays.asList(args).iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--port" -> settings.port((int) number(option, rest, 65_535));
                case "--seed" -> settings.randomSeed(number(option, rest, Long.MAX_VALUE));
                case "--requests-per-hour" -> settings.requestsPerHour((int) number(option, rest, Integer.MAX_VALUE));
                case "--empty" -> settings.empty();
                case "--tls" -> settings.tls();
                case "--control" -> settings.control = true;
                case EXPORT -> {} // Changes what is printed only.
                case "--individual" -> settings.individualKey();
                case "--no-live-deviations" -> settings.liveDeviations(false);
                default -> throw new IllegalArgumentException("There is no option '" + option + "'.");
            }
        }
        return settings;
    }

    private static long number(String option, Iterator<String> rest, long most) {
        String text = rest.hasNext() ? rest.next() : "";
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below, like a number out of range.
        }
        throw new IllegalArgumentException(option + " needs a number from 0 to " + most + ", but got '" + text + "'.");
    }
}
