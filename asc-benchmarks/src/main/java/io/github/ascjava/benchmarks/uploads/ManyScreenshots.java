package io.github.ascjava.benchmarks.uploads;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import io.github.ascjava.uploads.Uploads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Uploads many screenshots to a sandbox in this process and counts the requests that it received, for
 * {@code scripts/many-screenshots}.
 */
public final class ManyScreenshots {

    private static final int PER_SET = 10;
    private static final int BYTES = 1_000_000;

    private final int number;
    private final int threads;

    private ManyScreenshots(int number, int threads) {
        this.number = number;
        this.threads = threads;
    }

    /**
     * Uploads, and ends with an error if there were more requests than there should be.
     *
     * @param args the number of screenshots, and how many are uploaded at a time
     */
    public static void main(String[] args) throws Exception {
        boolean isFine = new ManyScreenshots(Integer.parseInt(args[0]), Integer.parseInt(args[1])).run();
        // Idle threads of the client would keep the program running.
        System.exit(isFine ? 0 : 1);
    }

    private boolean run() throws Exception {
        Path folder = Files.createTempDirectory("many-screenshots");
        try (Sandbox sandbox = Sandbox.builder().empty().requestsPerHour(0).start();
                AppStoreConnect asc = AppStoreConnect.builder(sandbox.key())
                        .baseUrl(sandbox.baseUrl())
                        .build();
                RequestCounter counter = RequestCounter.of(sandbox)) {
            for (int set = 0; set < sets(); set++) {
                sandbox.add(ResourceObject.of("appScreenshotSets", "set-" + set)
                        .attribute("screenshotDisplayType", "APP_IPHONE_67"));
            }
            Instant begin = Instant.now();
            upload(Uploads.of(asc), files(folder));
            Duration took = Duration.between(begin, Instant.now());
            System.out.printf(
                    "%,d screenshots of %,d bytes in %d sets, %d at a time: %.1f s%n",
                    number, BYTES, sets(), threads, took.toMillis() / 1000.0);
            return counter.report(number);
        } finally {
            for (Path file : list(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private int sets() {
        return (number + PER_SET - 1) / PER_SET;
    }

    private void upload(Uploads uploads, List<Path> files) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                String set = "set-" + i / PER_SET;
                Path file = files.get(i % PER_SET);
                running.add(workers.submit(() -> uploads.appStore().screenshot(set, file)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            workers.shutdown();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Random random = new Random(1);
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < PER_SET; i++) {
            random.nextBytes(bytes);
            files.add(Files.write(folder.resolve(i + ".png"), bytes));
        }
        return files;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
