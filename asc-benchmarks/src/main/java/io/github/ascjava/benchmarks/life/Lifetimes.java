package io.github.ascjava.benchmarks.life;

import io.github.ascjava.client.AppStoreConnect;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Measures what outlives a client: JVMs whose main method has ended, connections of clients that were dropped, and class loaders.
 *
 * <p>Run by {@code scripts/lifetimes}.
 */
public final class Lifetimes {

    private static final int CLIENTS = 1_000;
    private static final long LONGEST_SECONDS = 400;

    private final PlainServer server = new PlainServer();

    private Lifetimes() throws IOException {}

    /** Prints the measurements; takes no arguments. */
    public static void main(String[] args) throws Exception {
        System.out.println("JDK " + Runtime.version());
        Lifetimes lifetimes = new Lifetimes();
        for (String way : new TreeSet<>(Use.WAYS.keySet())) {
            lifetimes.jvm(way);
        }
        lifetimes.connections();
        lifetimes.loaders("closed", "close");
        lifetimes.loaders("dropped");
        lifetimes.server.close();
    }

    /** Starts a JVM that uses a client and does not close it. */
    private void jvm(String way) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                Use.class.getName(),
                server.url(),
                way);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            if (out.lines().noneMatch(Use.END::equals)) {
                throw new IllegalStateException("The program failed.");
            }
        }
        long start = System.nanoTime();
        process.waitFor();
        print("JVM after its main method, " + way + " call", seconds(start));
    }

    private void connections() throws GeneralSecurityException, InterruptedException {
        PrivateKey key = Use.privateKey();
        int threads = Thread.activeCount();
        for (int i = 0; i < CLIENTS; i++) {
            AppStoreConnect asc = Use.client(server.url(), key);
            asc.users().get("u1").execute();
        }
        long start = System.nanoTime();
        print("connections of " + CLIENTS + " dropped clients", server.open());
        print("threads for them", Thread.activeCount() - threads);
        comes(() -> server.open() == 0);
        print("until the last connection is closed", seconds(start));
    }

    private void loaders(String how, String... options) throws Exception {
        List<WeakReference<ClassLoader>> loaders = List.of(used(options), used(options));
        long start = System.nanoTime();
        boolean all = comes(() -> {
            System.gc();
            return loaders.stream().allMatch(loader -> loader.get() == null);
        });
        if (!all) {
            System.out.println("Not collected; threads: " + threads());
            System.exit(1);
        }
        print("until two class loaders are collected, " + how, seconds(start));
    }

    /** Runs all ways in a class loader of their own, on a thread that ends. */
    private WeakReference<ClassLoader> used(String... options) throws Exception {
        URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
        List<String> args = new ArrayList<>(List.of(server.url(), "all"));
        args.addAll(List.of(options));
        Object main = args.toArray(new String[0]);
        Throwable[] failure = new Throwable[1];
        Thread application = new Thread(() -> {
            try {
                loader.loadClass(Use.class.getName())
                        .getMethod("main", String[].class)
                        .invoke(null, main);
            } catch (ReflectiveOperationException e) {
                failure[0] = e;
            }
        });
        application.setContextClassLoader(loader);
        application.start();
        application.join();
        if (failure[0] != null) {
            throw new IllegalStateException(failure[0]);
        }
        loader.close();
        return new WeakReference<>(loader);
    }

    private static URL[] classPath() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(new URL[0]);
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName() + " " + thread.getContextClassLoader())
                .sorted()
                .toList();
    }

    private static boolean comes(BooleanSupplier condition) throws InterruptedException {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (seconds(start) > LONGEST_SECONDS) {
                return false;
            }
            Thread.sleep(500);
        }
        return true;
    }

    private static double seconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    private static void print(String what, double seconds) {
        System.out.printf(Locale.ROOT, "%-50s %8.1f s%n", what, seconds);
    }

    private static void print(String what, int number) {
        System.out.printf(Locale.ROOT, "%-50s %8d%n", what, number);
    }
}
