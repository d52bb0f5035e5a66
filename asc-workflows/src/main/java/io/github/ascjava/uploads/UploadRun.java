package io.github.ascjava.uploads;

import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.uploads.internal.transfer.SentPart;
import io.github.ascjava.uploads.internal.transfer.SourceFile;
import io.github.ascjava.uploads.internal.transfer.TransferException;
import io.github.ascjava.uploads.internal.transfer.TransferObserver;
import io.github.ascjava.uploads.internal.transfer.TransferPlan;
import io.github.ascjava.uploads.internal.transfer.TransferProgress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One upload of one file: reserve, send, commit, wait. Used once, by one thread. */
final class UploadRun<T extends Resource> {

    /** A signature lasts a week, so more would not help. */
    private static final int MOST_RENEWALS = 2;

    private final Uploader uploader;
    private final UploadTarget<T> target;
    private final Path path;

    UploadRun(Uploader uploader, UploadTarget<T> target, Path path) {
        this.uploader = uploader;
        this.target = target;
        this.path = path;
    }

    T run() {
        try (SourceFile source = SourceFile.open(path)) {
            String fileName = path.getFileName().toString();
            if (source.size() == 0) {
                throw new UploadException(
                        "The file " + path + " is empty, and Apple takes no empty file.", null, false, null);
            }
            ProgressMeter meter = new ProgressMeter(uploader.listener(), uploader.clock(), fileName, source.size());
            ResumeState state = ResumeState.of(uploader.states(), target, source);
            return run(source, meter, new Reservation<>(target, source, fileName, meter, state), state);
        }
    }

    private T run(SourceFile source, ProgressMeter meter, Reservation<T> reservation, ResumeState state) {
        try {
            T resource = uploader.turns().take(() -> committed(source, meter, reservation));
            meter.enter(UploadStage.PROCESSING);
            T finished = new Processing<>(uploader, target, meter, source.path()).await(resource);
            state.forget();
            meter.enter(UploadStage.COMPLETE);
            return finished;
        } catch (RuntimeException e) {
            throw reservation.afterFailure(e);
        }
    }

    private T committed(SourceFile source, ProgressMeter meter, Reservation<T> reservation) {
        meter.enter(UploadStage.RESERVING);
        T resource = reservation.begin();
        if (!reservation.isOpen()) {
            return resource;
        }
        String md5 = send(source, meter, reservation);
        meter.enter(UploadStage.COMMITTING);
        reservation.committing();
        return new Commit<>(uploader.poller(), target).commit(reservation.id(), md5);
    }

    private @Nullable String send(SourceFile source, ProgressMeter meter, Reservation<T> reservation) {
        for (int renewals = 0; true; renewals++) {
            try {
                return transfer(source, meter, reservation);
            } catch (TransferException e) {
                boolean isRenewable =
                        e.kind() == TransferException.Kind.EXPIRED || e.kind() == TransferException.Kind.TOO_LARGE;
                if (!isRenewable || renewals == MOST_RENEWALS) {
                    throw e;
                }
                reservation.renew(e);
            }
        }
    }

    private @Nullable String transfer(SourceFile source, ProgressMeter meter, Reservation<T> reservation) {
        PartPlan plan = reservation.plan();
        TransferPlan parts = TransferPlan.of(plan.parts()).without(reservation.partsDone());
        meter.sending(reservation.progress());
        TransferObserver observer = new TransferObserver() {
            @Override
            public void onProgress(TransferProgress progress) {
                meter.sent(progress);
            }

            @Override
            public void onPartSent(SentPart part) {
                reservation.sent(part.part());
            }
        };
        TransferPlan all = target.takesChecksum() ? parts.computingMd5() : parts;
        return uploader.transfer().send(source, all, plan.requests(), observer).md5();
    }
}
