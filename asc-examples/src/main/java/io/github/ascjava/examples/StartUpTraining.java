package io.github.ascjava.examples;

import io.github.ascjava.testing.Sandbox;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/**
 * Does what short commands do, on a sandbox of its own, so that a JVM can write an archive of the classes that they need. The script
 * {@code bin/asc} starts it.
 */
final class StartUpTraining {

    private static final String BUILD = "Build-Id";
    private static final int LONGEST_SECONDS = 60;
    private static final List<String> COMMANDS = List.of(
            "apps --json",
            "apps",
            "apps --csv --verbose",
            "whoami",
            "users audit",
            "devices list --json",
            "builds list com.example.tides",
            "testers list com.example.tides",
            "signing check",
            "webhooks list",
            "call GET /v1/apps?limit=1",
            "call GET /v1/apps/0",
            "users --help",
            "nonsense");

    private StartUpTraining() {}

    /** Takes the build that the archive is for, and ends with 0 if this is that build. */
    public static void main(String[] args) throws IOException, URISyntaxException {
        endIfItHangs();
        if (args.length != 1 || !args[0].equals(build())) {
            System.err.println("This is not the build that the archive is for.");
            System.exit(1);
        }
        Path folder = Files.createTempDirectory("asc-training");
        try (Sandbox sandbox = Sandbox.start();
                Sandbox encrypted = Sandbox.builder().tls().start()) {
            Path keyFile = sandbox.writeKeyFile(folder);
            Map<String, String> environment = sandbox.environment(keyFile);
            COMMANDS.forEach(command -> Main.run(environment, command.split(" ", -1)));
            encrypted.client().apps().list(q -> q.limit(1)).execute();
            Files.delete(keyFile);
        }
        Files.delete(folder);
        System.exit(0);
    }

    private static String build() throws IOException, URISyntaxException {
        URL jar = StartUpTraining.class.getProtectionDomain().getCodeSource().getLocation();
        try (JarFile file = new JarFile(new File(jar.toURI()))) {
            return String.valueOf(file.getManifest().getMainAttributes().getValue(BUILD));
        }
    }

    /** The program runs in the background, where a hang would go unnoticed. */
    private static void endIfItHangs() {
        Thread watch = new Thread(() -> {
            try {
                TimeUnit.SECONDS.sleep(LONGEST_SECONDS);
                Runtime.getRuntime().halt(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        watch.setDaemon(true);
        watch.start();
    }
}
