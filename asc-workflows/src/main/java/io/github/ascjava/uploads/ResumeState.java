package io.github.ascjava.uploads;

import io.github.ascjava.uploads.internal.state.SavedUpload;
import io.github.ascjava.uploads.internal.state.SentRange;
import io.github.ascjava.uploads.internal.state.StateFile;
import io.github.ascjava.uploads.internal.state.StateFolder;
import io.github.ascjava.uploads.internal.state.UploadKey;
import io.github.ascjava.uploads.internal.transfer.Part;
import io.github.ascjava.uploads.internal.transfer.SourceFile;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an upload remembers for a later run; nothing if there is no folder for it. Not thread-safe. */
final class ResumeState {

    private final SourceFile source;
    private final UploadKey key;
    private final @Nullable StateFile file;

    private ResumeState(SourceFile source, UploadKey key, @Nullable StateFile file) {
        this.source = source;
        this.key = key;
        this.file = file;
    }

    static ResumeState of(@Nullable StateFolder folder, UploadTarget<?> target, SourceFile source) {
        UploadKey key = UploadKey.of(target.type(), target.place(), source.path());
        return new ResumeState(source, key, folder == null ? null : folder.claim(key));
    }

    boolean isKept() {
        return file != null && file.saved() != null;
    }

    @Nullable
    SavedUpload saved() {
        return file == null ? null : file.saved();
    }

    /** Returns whether the saved upload was one of this file, as far as size and time tell. */
    boolean isOfThisFile(SavedUpload saved) {
        return saved.size() == source.size() && saved.modified().equals(source.lastModified());
    }

    /** Returns the parts that Apple has: by its own word where it says so, otherwise by the state. */
    Set<Integer> partsDone(PartPlan plan) {
        Set<Integer> done = new TreeSet<>();
        if (!plan.entityTags().isEmpty()) {
            for (Part part : plan.parts()) {
                String held = plan.entityTags().get(part.number());
                if (held != null && source.md5(part.offset(), part.length()).equalsIgnoreCase(held)) {
                    done.add(part.number());
                }
            }
            return done;
        }
        SavedUpload saved = saved();
        if (saved != null && isAsSent(saved.first(), plan) && isAsSent(saved.last(), plan)) {
            done.addAll(saved.parts());
        }
        return done;
    }

    void reserved(String id) {
        if (file != null) {
            file.save(SavedUpload.reserved(key, source.size(), source.lastModified(), id));
        }
    }

    void sent(Part part) {
        SavedUpload saved = saved();
        if (file != null && saved != null) {
            // The bytes of other parts are never compared.
            String md5 = saved.isFirstOrLast(part.number()) ? source.md5(part.offset(), part.length()) : "";
            file.save(saved.with(new SentRange(part.number(), part.offset(), part.length(), md5)));
        }
    }

    /** Lets a later run continue. */
    void release() {
        if (file != null) {
            file.release();
        }
    }

    void forget() {
        if (file != null) {
            file.delete();
        }
    }

    private boolean isAsSent(@Nullable SentRange range, PartPlan plan) {
        return range != null
                && plan.has(range.number(), range.offset(), range.length())
                && source.md5(range.offset(), range.length()).equals(range.md5());
    }
}
