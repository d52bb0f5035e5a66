package io.github.ascjava.uploads;

import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.jsonapi.Resource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads one resource again and again: with those of the same parent where there is a short list of them, or alone. */
final class Watch<T extends Resource> implements AutoCloseable {

    private final UploadTarget<T> target;
    private final String id;
    private final @Nullable Supplier<PagedCall<T>> siblings;
    private final SharedLists.@Nullable Watcher list;

    private Watch(
            UploadTarget<T> target,
            String id,
            @Nullable Supplier<PagedCall<T>> siblings,
            SharedLists.@Nullable Watcher list) {
        this.target = target;
        this.id = id;
        this.siblings = siblings;
        this.list = list;
    }

    static <T extends Resource> Watch<T> of(SharedLists lists, UploadTarget<T> target, String id) {
        Supplier<PagedCall<T>> siblings = target.siblings();
        return new Watch<>(
                target, id, siblings, siblings == null ? null : lists.watch(target.type() + "/" + target.place()));
    }

    /** Returns the resource; empty if it is not in the list of its parent yet. */
    Optional<T> read() {
        if (list == null || siblings == null) {
            return Optional.of(target.read().apply(id).execute());
        }
        return list.read(id, () -> siblings.get().toList());
    }

    @Override
    public void close() {
        if (list != null) {
            list.close();
        }
    }
}
