package io.github.ascjava.uploads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What to do with a build beyond its upload. Immutable.
 *
 * <p>The methods return a copy with one more setting:
 *
 * <pre>{@code
 * BuildOptions options = BuildOptions.uploadOnly()
 *         .processedWithin(Duration.ofHours(1))
 *         .usesNonExemptEncryption(false)
 *         .whatToTest("en-US", "The new search.")
 *         .betaGroup("QA");
 * }</pre>
 *
 * @since 0.1.0
 */
public final class BuildOptions {

    private static final Duration USUAL = Duration.ofHours(1);

    private final @Nullable Duration processing;
    private final @Nullable Boolean encryption;
    private final SortedMap<String, String> whatToTest;
    private final List<String> betaGroups;

    private BuildOptions(
            @Nullable Duration processing,
            @Nullable Boolean encryption,
            SortedMap<String, String> whatToTest,
            List<String> betaGroups) {
        this.processing = processing;
        this.encryption = encryption;
        this.whatToTest = Collections.unmodifiableSortedMap(new TreeMap<>(whatToTest));
        this.betaGroups = List.copyOf(betaGroups);
    }

    /** Returns options for an upload that ends when Apple has accepted the package and created the build. */
    public static BuildOptions uploadOnly() {
        return new BuildOptions(null, null, new TreeMap<>(), List.of());
    }

    /**
     * Waits until the build is processed, which takes minutes.
     *
     * @param duration how long at most; one hour if other settings need a processed build and this was not set
     */
    public BuildOptions processedWithin(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("A timeout is zero or more, but was " + duration + ".");
        }
        return new BuildOptions(duration, encryption, whatToTest, betaGroups);
    }

    /** Declares whether the build uses encryption that is not exempt from export documentation. */
    public BuildOptions usesNonExemptEncryption(boolean uses) {
        return new BuildOptions(processing, uses, whatToTest, betaGroups);
    }

    /**
     * Sets the text for testers in one language.
     *
     * @param locale such as {@code en-US}
     */
    public BuildOptions whatToTest(String locale, String text) {
        TreeMap<String, String> texts = new TreeMap<>(whatToTest);
        texts.put(Objects.requireNonNull(locale, "locale"), Objects.requireNonNull(text, "text"));
        return new BuildOptions(processing, encryption, texts, betaGroups);
    }

    /** Hands the build to a group of testers, by its name; several calls name several groups. */
    public BuildOptions betaGroup(String name) {
        List<String> names = new ArrayList<>(betaGroups);
        names.add(Objects.requireNonNull(name, "name"));
        return new BuildOptions(processing, encryption, whatToTest, names);
    }

    /** Returns how long to wait for the processing, or null if nothing needs a processed build. */
    @Nullable
    Duration processing() {
        boolean isNeeded = encryption != null || !whatToTest.isEmpty() || !betaGroups.isEmpty();
        return processing == null && isNeeded ? USUAL : processing;
    }

    @Nullable
    Boolean encryption() {
        return encryption;
    }

    Map<String, String> whatToTest() {
        return whatToTest;
    }

    List<String> betaGroups() {
        return betaGroups;
    }
}
