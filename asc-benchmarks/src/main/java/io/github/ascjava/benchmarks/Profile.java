package io.github.ascjava.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Summarizes a recording of the JDK Flight Recorder: CPU time and allocation by owner and method.
 *
 * <p>Run by {@code scripts/profile}. Only the threads of JMH that run the benchmark count.
 */
public final class Profile {

    private static final int ROWS = 12;
    private static final String OURS = "io.github.ascjava.client";

    private Profile() {}

    /**
     * Prints the summary.
     *
     * @param args the recordings, which are combined
     */
    public static void main(String[] args) throws IOException {
        List<RecordedEvent> samples = read(args, "jdk.ExecutionSample", "sampledThread");
        List<RecordedEvent> allocations = read(args, "jdk.ObjectAllocationSample", "eventThread");
        ToLongFunction<RecordedEvent> bytes = event -> event.getLong("weight");
        print("CPU, by owner of the running method", samples, event -> 1, Profile::owner);
        print("CPU, by running method", samples, event -> 1, event -> name(top(event)));
        print("CPU, by the nearest method of asc-client", samples, event -> 1, Profile::nearest);
        print("Allocated, by class", allocations, bytes, Profile::allocated);
        print("Allocated, by the nearest method of asc-client", allocations, bytes, Profile::nearest);
    }

    private static List<RecordedEvent> read(String[] files, String type, String thread) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        for (String file : files) {
            for (RecordedEvent event : RecordingFile.readAllEvents(Path.of(file))) {
                if (event.getEventType().getName().equals(type)
                        && event.getStackTrace() != null
                        && event.getThread(thread) != null
                        && event.getThread(thread).getJavaName().contains("-jmh-worker-")) {
                    events.add(event);
                }
            }
        }
        return events;
    }

    private static void print(
            String title,
            List<RecordedEvent> events,
            ToLongFunction<RecordedEvent> weight,
            Function<RecordedEvent, String> group) {
        Map<String, Long> sums = new HashMap<>();
        long total = 0;
        for (RecordedEvent event : events) {
            sums.merge(group.apply(event), weight.applyAsLong(event), Long::sum);
            total += weight.applyAsLong(event);
        }
        System.out.printf("%n%s (%,d samples)%n", title, events.size());
        double all = total;
        sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(ROWS)
                .forEach(row -> System.out.printf("%6.1f %%  %s%n", 100 * row.getValue() / all, row.getKey()));
    }

    private static String owner(RecordedEvent event) {
        String type = top(event).getMethod().getType().getName();
        for (String known :
                List.of(OURS, "com.fasterxml.jackson.core", "com.fasterxml.jackson.databind", "okio", "java")) {
            if (type.startsWith(known)) {
                return known;
            }
        }
        return "others";
    }

    private static String nearest(RecordedEvent event) {
        return event.getStackTrace().getFrames().stream()
                .filter(frame -> isOurs(frame.getMethod().getType().getName()))
                .findFirst()
                .map(Profile::name)
                .orElse("none on the stack");
    }

    /** Without the classes that the JDK generates for lambdas, whose names mean nothing to readers. */
    private static boolean isOurs(String type) {
        return type.startsWith(OURS) && !type.contains("$$Lambda");
    }

    private static String allocated(RecordedEvent event) {
        RecordedClass type = event.getClass("objectClass");
        return type == null ? "?" : type.getName();
    }

    private static RecordedFrame top(RecordedEvent event) {
        return event.getStackTrace().getFrames().get(0);
    }

    private static String name(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        return type.substring(type.lastIndexOf('.') + 1) + "."
                + frame.getMethod().getName();
    }
}
