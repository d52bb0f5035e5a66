package io.github.ascjava.uploads;

import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.NotFoundException;
import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.uploads.internal.state.SavedUpload;
import io.github.ascjava.uploads.internal.transfer.Part;
import io.github.ascjava.uploads.internal.transfer.SourceFile;
import io.github.ascjava.uploads.internal.transfer.TransferException;
import io.github.ascjava.uploads.internal.transfer.TransferProgress;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The resource that is reserved for a file: made, found again, renewed, deleted. Not thread-safe. */
final class Reservation<T extends Resource> {

    private final UploadTarget<T> target;
    private final SourceFile source;
    private final String fileName;
    private final ProgressMeter meter;
    private final ResumeState state;
    private final Set<Integer> done = new HashSet<>();
    private @Nullable String id;
    private @Nullable PartPlan plan;
    private boolean isCommitted;

    Reservation(UploadTarget<T> target, SourceFile source, String fileName, ProgressMeter meter, ResumeState state) {
        this.target = target;
        this.source = source;
        this.fileName = fileName;
        this.meter = meter;
        this.state = state;
    }

    /** Returns the resource of an earlier run that ended early, or reserves one. */
    T begin() {
        SavedUpload saved = state.saved();
        T resumed = saved == null ? null : resume(saved);
        return resumed == null ? reserve() : resumed;
    }

    /** Returns whether the file is to be sent; an earlier run may have come further. */
    boolean isOpen() {
        return plan != null;
    }

    /** Returns the ID of the resource, which is another one after a {@linkplain #renew renewal}. */
    String id() {
        return Objects.requireNonNull(id);
    }

    PartPlan plan() {
        return Objects.requireNonNull(plan);
    }

    Set<Integer> partsDone() {
        return Set.copyOf(done);
    }

    TransferProgress progress() {
        long sent = plan().parts().stream()
                .filter(part -> done.contains(part.number()))
                .mapToLong(Part::length)
                .sum();
        return new TransferProgress(
                sent, source.size(), done.size(), plan().parts().size(), 0);
    }

    void sent(Part part) {
        done.add(part.number());
        state.sent(part);
    }

    /** From now on, Apple may have the file, so the resource is no longer deleted. */
    void committing() {
        isCommitted = true;
    }

    /**
     * Replaces URLs that the host no longer accepts: by those that the resource has now, otherwise by a new reservation.
     */
    void renew(TransferException reason) {
        String old = id();
        FileStatus status = target.status().apply(target.read().apply(old).execute());
        if (status.stage() != FileStatus.Stage.AWAITING) {
            throw reason;
        }
        if (!status.operations().isEmpty() && !urls(status.operations()).equals(urls(plan().operations()))) {
            meter.notice(reason.getMessage() + " The upload continues with the URLs that " + name() + " has now.");
            PartPlan renewed = plan(status);
            done.removeIf(number -> !renewed.parts().contains(plan().parts().get(number - 1)));
            plan = renewed;
            return;
        }
        meter.notice(reason.getMessage() + " So " + name()
                + " is replaced by a new reservation, and all parts are sent again.");
        discard();
        reserve();
    }

    /** Cleans up, and returns what to throw. */
    RuntimeException afterFailure(RuntimeException failure) {
        // Otherwise an interrupted upload could not delete its reservation.
        boolean interrupted = Thread.interrupted();
        try {
            boolean isResumable = state.isKept() && !UploadFailure.isFinal(failure);
            if (isResumable) {
                state.release();
            } else if (!isCommitted) {
                discardAfter(failure);
            } else {
                state.forget();
            }
            return interrupted
                    ? UploadFailure.canceled(failure, fileName, isResumable)
                    : UploadFailure.of(failure, fileName, id, isResumable);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private T reserve() {
        T resource = target.reserve().call(fileName, source.size()).execute();
        id = resource.id();
        state.reserved(resource.id());
        done.clear();
        plan = plan(target.status().apply(resource));
        return resource;
    }

    private @Nullable T resume(SavedUpload saved) {
        id = saved.id();
        if (!state.isOfThisFile(saved)) {
            return anew("The file was changed after its upload had begun, so " + name()
                    + " is replaced by a new reservation.");
        }
        T resource;
        try {
            resource = target.read().apply(saved.id()).execute();
        } catch (NotFoundException e) {
            return anew("The reservation of an earlier run, " + name() + ", no longer exists; the upload begins anew.");
        }
        FileStatus status = target.status().apply(resource);
        if (status.stage() != FileStatus.Stage.AWAITING) {
            isCommitted = true;
            meter.notice("An earlier run has sent the file already; " + name() + " is " + status.state() + ".");
            return resource;
        }
        if (status.operations().isEmpty()) {
            return anew("The reservation of an earlier run, " + name()
                    + ", no longer says how to send the file, so it is replaced by a new one.");
        }
        plan = plan(status);
        done.addAll(state.partsDone(plan()));
        meter.notice("The upload of an earlier run continues: " + done.size() + " of "
                + plan().parts().size() + " parts are sent.");
        return resource;
    }

    private @Nullable T anew(String notice) {
        meter.notice(notice);
        discard();
        return null;
    }

    private PartPlan plan(FileStatus status) {
        try {
            return PartPlan.of(status.operations(), source.size());
        } catch (IllegalArgumentException e) {
            throw new UploadException(
                    "Apple reserved " + name() + " for " + fileName + ", but it cannot be used. " + e.getMessage()
                            + " Try again later.",
                    id,
                    false,
                    e);
        }
    }

    private void discardAfter(RuntimeException failure) {
        try {
            discard();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Deletes the resource and its state; an error of the service only leaves the resource behind. */
    private void discard() {
        String old = id;
        state.forget();
        if (old == null) {
            return;
        }
        if (target.delete() == null) {
            meter.notice("The API cannot delete " + name() + ", which stays without a file.");
        } else {
            delete(old);
        }
        id = null;
        plan = null;
    }

    private void delete(String old) {
        try {
            Objects.requireNonNull(target.delete()).apply(old).execute();
        } catch (NotFoundException e) {
            // It is gone.
        } catch (AscException e) {
            meter.notice(
                    "The reservation " + name() + " could not be deleted and stays without a file: " + e.getMessage());
        }
    }

    private static List<@Nullable String> urls(List<PartOperation> operations) {
        return operations.stream().<@Nullable String>map(PartOperation::url).toList();
    }

    private String name() {
        return target.type() + " " + id;
    }
}
