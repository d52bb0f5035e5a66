package io.github.ascjava.uploads;

import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.workflows.internal.Poller;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waits until Apple has accepted or rejected a file. Used once, by one thread. */
final class Processing<T extends Resource> {

    /** Screenshots take seconds, previews minutes. */
    private static final Duration FIRST = Duration.ofSeconds(2);

    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final Uploader uploader;
    private final UploadTarget<T> target;
    private final ProgressMeter meter;
    private final String fileName;
    private String state = "its state could not be read";
    private @Nullable AscException failure;

    Processing(Uploader uploader, UploadTarget<T> target, ProgressMeter meter, Path file) {
        this.uploader = uploader;
        this.target = target;
        this.meter = meter;
        this.fileName = file.getFileName().toString();
    }

    /**
     * Returns the accepted file.
     *
     * @param committed the resource as of the commit
     * @throws FileRejectedException if Apple rejects the file
     * @throws StillProcessingException if the time is over
     */
    T await(T committed) {
        T last = isFinal(committed) ? committed : poll(committed.id());
        FileStatus status = target.status().apply(last);
        if (status.stage() == FileStatus.Stage.FAILED) {
            throw new FileRejectedException(fileName, target.type(), last.id(), status.errors());
        }
        status.warnings().forEach(meter::warning);
        return last;
    }

    private T poll(String id) {
        Poller poller = uploader.poller();
        Poller.Schedule schedule = new Poller.Schedule(uploader.timeout(), FIRST, LONGEST, next -> {});
        poller.sleepUntil(uploader.clock().instant().plus(FIRST));
        try (Watch<T> watch = Watch.of(uploader.lists(), target, id)) {
            return poller.poll(schedule, () -> read(watch), read -> read.isPresent() ? null : Instant.MIN)
                    .orElseThrow(() -> new StillProcessingException(
                            fileName,
                            target.type(),
                            id,
                            uploader.timeout(),
                            state,
                            uploader.states() != null,
                            failure));
        }
    }

    /** Returns the resource if its state is final. */
    private Optional<T> read(Watch<T> watch) {
        return Reading.attempt(watch::read, error -> failure = error)
                .flatMap(found -> found)
                .filter(this::isFinal);
    }

    private boolean isFinal(T resource) {
        FileStatus status = target.status().apply(resource);
        state = status.state();
        return status.stage() == FileStatus.Stage.COMPLETE || status.stage() == FileStatus.Stage.FAILED;
    }
}
