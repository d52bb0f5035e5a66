package io.github.ascjava.testing.internal.behavior.notary;

import java.time.Duration;
import java.time.Instant;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A submission and what has become of it. Not thread-safe. */
final class Submission {

    /** Most take some minutes. */
    private static final Duration PROCESSING = Duration.ofMinutes(3);
    /** The log of a submission may be missing for a while after its result is known. */
    private static final Duration LOG_DELAY = Duration.ofSeconds(10);

    private final String id;
    private final String name;
    private final String sha256;
    private final Instant created;
    private final TemporaryCredentials credentials;
    private final String object;
    private @Nullable Instant uploaded;
    private Conclusion conclusion = Conclusion.ACCEPTED;

    Submission(
            String id, String name, String sha256, Instant created, TemporaryCredentials credentials, String object) {
        this.id = id;
        this.name = name;
        this.sha256 = sha256;
        this.created = created;
        this.credentials = credentials;
        this.object = object;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    String sha256() {
        return sha256;
    }

    Instant created() {
        return created;
    }

    TemporaryCredentials credentials() {
        return credentials;
    }

    /** Returns the key of the object in the bucket; it contains a colon. */
    String object() {
        return object;
    }

    Conclusion conclusion() {
        return conclusion;
    }

    /**
     * Records that the file is in the bucket.
     *
     * @param head the first bytes of the file
     */
    void uploaded(Instant time, ByteString head) {
        uploaded = time;
        conclusion = Conclusion.of(name, head);
    }

    /** Returns the status; a submission without its file stays in progress. */
    String status(Instant now) {
        return isPast(PROCESSING, now) ? conclusion.status() : "In Progress";
    }

    boolean hasLog(Instant now) {
        return isPast(PROCESSING.plus(LOG_DELAY), now);
    }

    private boolean isPast(Duration delay, Instant now) {
        Instant start = uploaded;
        return start != null && !now.isBefore(start.plus(delay));
    }
}
