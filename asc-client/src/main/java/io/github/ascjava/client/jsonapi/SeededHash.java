package io.github.ascjava.client.jsonapi;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of resource identifiers that differ from response to response.
 *
 * <p>The hash of a {@link String} is known to everybody: a response with thousands of IDs of one hash would take minutes.
 */
final class SeededHash {

    private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

    private final long seed = ThreadLocalRandom.current().nextLong();

    Key key(ResourceIdentifier identifier) {
        long hash = add(add(seed, identifier.type()), identifier.id());
        return new Key(identifier, (int) (hash >>> 32));
    }

    private static long add(long hash, String text) {
        long result = hash + text.length();
        for (int i = 0; i < text.length(); i++) {
            result = (result ^ text.charAt(i)) * MULTIPLIER;
            result ^= result >>> 32;
        }
        return result;
    }

    /** An identifier with its hash. */
    record Key(ResourceIdentifier identifier, int hash) {

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && hash == that.hash && identifier.equals(that.identifier);
        }
    }
}
