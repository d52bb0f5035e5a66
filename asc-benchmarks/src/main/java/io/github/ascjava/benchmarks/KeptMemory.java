package io.github.ascjava.benchmarks;

import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.jsonapi.ResourceIdentifier;
import io.github.ascjava.client.model.apps.App;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The memory that one app of each of 500 pages takes, of the {@linkplain SamplePages sample pages}. */
public final class KeptMemory {

    private static final int PAGES = 500;

    private final DecodingBenchmark decoding = new DecodingBenchmark();
    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();

    private KeptMemory() {}

    /** Prints a line for each page; needs a heap of 3 GB if resources keep their pages. */
    public static void main(String[] args) throws IOException {
        KeptMemory kept = new KeptMemory();
        kept.print("A", kept.decoding::pageA);
        kept.print("B", kept.decoding::pageB);
    }

    private void print(String name, Decoding page) throws IOException {
        // The first decoding loads classes.
        App first = page.decode().data().get(0);
        long before = liveBytes();
        List<App> apps = new ArrayList<>();
        long json = 0;
        for (int i = 0; i < PAGES; i++) {
            App app = page.decode().data().get(i % SamplePages.APPS);
            apps.add(app);
            json += jsonLength(app);
        }
        long after = liveBytes();
        System.out.printf(
                Locale.ROOT,
                "page %s: %d apps take %.1f MB; they and what they include are %.1f MB of JSON%n",
                name,
                apps.size() + (first.id().isEmpty() ? 1 : 0),
                (after - before) / 1e6,
                json / 1e6);
    }

    private static long jsonLength(App app) {
        return app.unknownFields().json().length()
                + lengthOf(app.builds().ids(), app, "builds")
                + lengthOf(app.appInfos().ids(), app, "appInfos")
                + lengthOf(app.betaGroups().ids(), app, "betaGroups");
    }

    private static long lengthOf(List<String> ids, App app, String type) {
        return ids.stream()
                .map(id -> new ResourceIdentifier(type, id))
                .mapToLong(identifier -> app.unknownFields()
                        .included()
                        .json(identifier)
                        .map(String::length)
                        .orElse(0))
                .sum();
    }

    private long liveBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }

    @FunctionalInterface
    private interface Decoding {
        Page<App> decode() throws IOException;
    }
}
