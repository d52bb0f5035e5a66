package io.github.ascjava.uploads;

import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.jsonapi.Resource;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A place that takes one file: the calls of its resource type, for one parent.
 *
 * @param type the JSON:API type
 * @param place the parent's ID, and what else tells apart the places of one parent; part of the name of state files
 * @param takesChecksum whether the commit has an MD5; some types reject one
 *     (docs/live-service.md#checksums-are-forbidden-for-some-files)
 * @param delete null if the API has no such operation
 * @param siblings lists all files of the parent, so that many uploads can be watched with one request; null if there is no
 *     such list, or it may be long
 */
record UploadTarget<T extends Resource>(
        String type,
        String place,
        Reserve<T> reserve,
        Function<String, ApiCall<T>> read,
        boolean takesChecksum,
        Commit<T> commit,
        @Nullable Function<String, ApiCall<@Nullable Void>> delete,
        @Nullable Supplier<PagedCall<T>> siblings,
        Function<T, FileStatus> status) {

    /** Creates a resource. */
    @FunctionalInterface
    interface Reserve<T> {

        ApiCall<T> call(String fileName, long fileSize);
    }

    /** Says that a file is sent. */
    @FunctionalInterface
    interface Commit<T> {

        /** The MD5 is null for types that take none. */
        ApiCall<T> call(String id, @Nullable String md5);
    }

    /** Says that a file is sent, where a checksum belongs to it. */
    @FunctionalInterface
    interface CommitWithChecksum<T> {

        ApiCall<T> call(String id, String md5);
    }

    /** Starts the description of a type. */
    static <T extends Resource> Builder<T> of(String type, String place, Reserve<T> reserve) {
        return new Builder<>(type, place, reserve);
    }

    /** Describes the calls of a type. Not thread-safe. */
    static final class Builder<T extends Resource> {

        private final String type;
        private final String place;
        private final Reserve<T> reserve;
        private @Nullable Function<String, ApiCall<@Nullable Void>> delete;
        private @Nullable Supplier<PagedCall<T>> siblings;

        private Builder(String type, String place, Reserve<T> reserve) {
            this.type = type;
            this.place = place;
            this.reserve = reserve;
        }

        Builder<T> delete(Function<String, ApiCall<@Nullable Void>> call) {
            delete = call;
            return this;
        }

        Builder<T> siblings(Supplier<PagedCall<T>> list) {
            siblings = list;
            return this;
        }

        /** Finishes the description of a type whose commit has no checksum. */
        UploadTarget<T> committed(
                Function<String, ApiCall<T>> read,
                Function<String, ApiCall<T>> commit,
                Function<T, FileStatus> status) {
            return new UploadTarget<>(
                    type, place, reserve, read, false, (id, md5) -> commit.apply(id), delete, siblings, status);
        }

        /** Finishes the description of a type whose commit has the MD5 of the file. */
        UploadTarget<T> committedWithMd5(
                Function<String, ApiCall<T>> read, CommitWithChecksum<T> commit, Function<T, FileStatus> status) {
            Commit<T> call = (id, md5) -> commit.call(id, Objects.requireNonNull(md5, "md5"));
            return new UploadTarget<>(type, place, reserve, read, true, call, delete, siblings, status);
        }
    }
}
