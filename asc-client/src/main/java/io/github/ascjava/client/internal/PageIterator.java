package io.github.ascjava.client.internal;

import io.github.ascjava.client.jsonapi.Page;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over pages; a page that failed can be requested again.
 *
 * <p>{@link PagingBounds} end it if the links lead nowhere.
 */
final class PageIterator<T> implements Iterator<Page<T>> {

    private final boolean prefetches;
    private final PagingBounds bounds;
    private HttpPagedCall<T> last;
    private @Nullable Page<T> page;
    private @Nullable CompletableFuture<Page<T>> prefetched;

    PageIterator(HttpPagedCall<T> first, boolean prefetches) {
        this.last = first;
        this.bounds = new PagingBounds(first.maxPages());
        this.prefetches = prefetches;
    }

    @Override
    public boolean hasNext() {
        return page == null || page.hasNext();
    }

    /** A link that cannot be followed fails here, after its page was returned. */
    @Override
    public Page<T> next() {
        HttpPagedCall<T> call = upcoming();
        Page<T> answered = answer(call);
        bounds.add(call.request(), answered);
        last = call;
        page = answered;
        if (prefetches) {
            prefetch();
        }
        return answered;
    }

    private HttpPagedCall<T> upcoming() {
        Page<T> previous = page;
        if (previous == null) {
            return last;
        }
        if (previous.nextLink() == null) {
            throw new NoSuchElementException("There are no further pages.");
        }
        HttpPagedCall<T> following = last.following(previous, previous.nextLink());
        bounds.requireMore(following.request(), previous);
        return following;
    }

    private Page<T> answer(HttpPagedCall<T> call) {
        CompletableFuture<Page<T>> requested = prefetched;
        prefetched = null;
        if (requested == null) {
            return call.execute();
        }
        return Futures.await(requested, call::interrupted);
    }

    private void prefetch() {
        try {
            if (hasNext()) {
                prefetched = upcoming().executeAsync();
            }
        } catch (RuntimeException e) {
            // Thrown again when the page is reached; the previous page must not be lost.
        }
    }
}
