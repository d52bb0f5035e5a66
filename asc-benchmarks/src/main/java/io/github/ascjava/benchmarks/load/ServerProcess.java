package io.github.ascjava.benchmarks.load;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.testing.SandboxServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sandbox server in its own process, inspected with the JDK's tools. */
final class ServerProcess implements AutoCloseable {

    private static final Path JDK = Path.of(System.getProperty("java.home"), "bin");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private static final Pattern JAVA_THREAD = Pattern.compile("^\"[^\"]*\" #\\d+");

    private final Process process;
    private final Map<String, String> environment;

    private ServerProcess(Process process, Map<String, String> environment) {
        this.process = process;
        this.environment = environment;
    }

    /** Starts a server without a rate limit; returns when it listens. */
    static ServerProcess start() throws IOException {
        Process process = new ProcessBuilder(
                        JDK.resolve("java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SandboxServer.class.getName(),
                        "--requests-per-hour",
                        "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, String> environment = new HashMap<>();
        BufferedReader output = process.inputReader();
        while (!environment.containsKey("ASC_PRIVATE_KEY_PATH")) {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("The server ended before it listened.");
            }
            if (line.startsWith("ASC_")) {
                String[] pair = line.split("=", 2);
                environment.put(pair[0], pair[1]);
            }
        }
        return new ServerProcess(process, environment);
    }

    /** Returns a builder of clients with default settings: system clock, real waits. */
    AppStoreConnect.Builder clientBuilder() {
        return AppStoreConnect.builder(ApiKey.fromEnvironment(environment))
                .baseUrl(environment.getOrDefault("ASC_BASE_URL", ""));
    }

    /** Returns the used heap after a garbage collection, in MB. */
    double heapMegabytes() throws IOException {
        jcmd("GC.run");
        for (String line : jcmd("GC.heap_info")) {
            Matcher used = USED.matcher(line);
            if (used.find()) {
                return Long.parseLong(used.group(1)) / 1024.0;
            }
        }
        throw new IOException("jcmd did not report the used heap.");
    }

    /** Returns the number of threads, without the JVM's internal ones, whose number varies. */
    long threads() throws IOException {
        return jcmd("Thread.print").stream()
                .filter(line -> JAVA_THREAD.matcher(line).find() && !line.contains("CompilerThread"))
                .count();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private List<String> jcmd(String command) throws IOException {
        Process tool = new ProcessBuilder(JDK.resolve("jcmd").toString(), Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        return tool.inputReader().lines().toList();
    }
}
