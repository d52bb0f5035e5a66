package io.github.ascjava.uploads;

import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.ServerException;
import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.workflows.internal.Poller;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says that a file is sent, and looks before it says so again: the service responds with errors to commits that worked
 * (docs/live-service.md#commits-may-succeed-despite-an-error).
 */
final class Commit<T extends Resource> {

    private static final int MOST_ATTEMPTS = 4;

    /** How long the state may be unreadable. */
    private static final Poller.Schedule READ_BACK =
            new Poller.Schedule(Duration.ofMinutes(2), Duration.ofSeconds(2), Duration.ofSeconds(15), next -> {});

    private final Poller poller;
    private final UploadTarget<T> target;

    Commit(Poller poller, UploadTarget<T> target) {
        this.poller = poller;
        this.target = target;
    }

    /** Returns the resource after the commit. */
    T commit(String id, @Nullable String md5) {
        for (int attempt = 1; true; attempt++) {
            try {
                return target.commit().call(id, md5).execute();
            } catch (ServerException | ConnectionException | ConflictException e) {
                T found = readBack(id, e);
                if (target.status().apply(found).stage() != FileStatus.Stage.AWAITING) {
                    return found;
                }
                // A conflict says that the file is not what was reserved, and would say so again.
                if (e instanceof ConflictException || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private T readBack(String id, RuntimeException failure) {
        Optional<T> found = poller.poll(
                READ_BACK,
                () -> Reading.attempt(() -> target.read().apply(id).execute(), failure::addSuppressed),
                read -> read.isPresent() ? null : Instant.MIN);
        return found.orElseThrow(() -> failure);
    }
}
