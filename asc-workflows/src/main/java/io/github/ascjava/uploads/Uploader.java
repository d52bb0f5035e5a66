package io.github.ascjava.uploads;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.ClientOptions;
import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.uploads.internal.state.StateFolder;
import io.github.ascjava.uploads.internal.transfer.PartTransfer;
import io.github.ascjava.uploads.internal.transfer.TransferOptions;
import io.github.ascjava.workflows.internal.Poller;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the uploads of one client share. Thread-safe.
 *
 * @param states where the states of uploads are kept, or null if they are not
 * @param timeout how long Apple may process a file
 */
record Uploader(
        AppStoreConnect asc,
        Clock clock,
        Poller poller,
        PartTransfer transfer,
        SharedLists lists,
        @Nullable StateFolder states,
        SendingTurns turns,
        Duration timeout,
        UploadListener listener) {

    static Uploader of(AppStoreConnect asc, Uploads.Builder settings) {
        ClientOptions options = asc.options();
        Clock clock = Objects.requireNonNullElseGet(options.clock(), Clock::systemUTC);
        TransferOptions defaults = TransferOptions.DEFAULT;
        TransferOptions transfer =
                new TransferOptions(settings.parallelParts, defaults.attemptsPerPart(), defaults.timeout());
        return new Uploader(
                asc,
                clock,
                new Poller(clock, options.sleeper()),
                new PartTransfer(asc.httpClient(), clock, options.sleeper(), transfer),
                new SharedLists(clock),
                settings.stateFolder == null ? null : StateFolder.in(settings.stateFolder),
                SendingTurns.UNLIMITED,
                settings.timeout,
                settings.listener);
    }

    Uploader with(UploadListener other) {
        return new Uploader(asc, clock, poller, transfer, lists, states, turns, timeout, other);
    }

    Uploader with(SendingTurns other) {
        return new Uploader(asc, clock, poller, transfer, lists, states, other, timeout, listener);
    }

    /** Uploads a file, and returns the resource when Apple has accepted the file. */
    <T extends Resource> T upload(Path file, UploadTarget<T> target) {
        asc.requireWritable("upload of " + file.getFileName());
        return new UploadRun<>(this, target, file).run();
    }
}
