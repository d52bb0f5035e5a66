package io.github.ascjava.testing.internal.behavior.uploads;

import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Versions as trains of builds: a train is closed once its version, or a higher one, was released. */
final class Trains {

    private static final Set<String> RELEASED = Set.of("READY_FOR_DISTRIBUTION", "REPLACED_WITH_NEW_VERSION");

    /** Compares integers with periods in between, one by one; 1.0 is equal to 1. Others are below all of these. */
    static final Comparator<String> BY_NUMBER = Trains::compare;

    private Trains() {}

    /** Returns the highest released version if it is not below a version, otherwise nothing. */
    static List<String> notBelow(StoredResource app, String version, String platform, SandboxState world) {
        if (!world.has(Deviation.COMMITTED_FILES_ARE_CHECKED)) {
            return List.of();
        }
        Optional<String> highest = app.related("appStoreVersions").stream()
                .filter(each ->
                        each.text("platform").equals(platform) && RELEASED.contains(each.text("appVersionState")))
                .map(each -> each.text("versionString"))
                .max(BY_NUMBER);
        return highest.filter(released -> compare(version, released) <= 0).stream()
                .toList();
    }

    private static int compare(String left, String right) {
        String[] one = left.split("\\.", -1);
        String[] two = right.split("\\.", -1);
        for (int i = 0; i < Math.max(one.length, two.length); i++) {
            int order = part(one, i).compareTo(part(two, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static BigInteger part(String[] parts, int index) {
        if (index >= parts.length) {
            return BigInteger.ZERO;
        }
        return parts[index].matches("[0-9]{1,30}") ? new BigInteger(parts[index]) : BigInteger.valueOf(-1);
    }
}
