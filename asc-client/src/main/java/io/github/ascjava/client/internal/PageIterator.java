package io.github.ascjava.client.internal;

import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.jsonapi.Page;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over pages; a page that failed can be requested again.
 *
 * <p>Remembers the links it followed, to detect a loop.
 */
final class PageIterator<T> implements Iterator<Page<T>> {

    private final boolean prefetches;
    private final Set<HttpUrl> visited = new HashSet<>();
    private HttpPagedCall<T> last;
    private @Nullable Page<T> page;
    private @Nullable CompletableFuture<Page<T>> prefetched;

    PageIterator(HttpPagedCall<T> first, boolean prefetches) {
        this.last = first;
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
        if (visited.contains(call.request().url())) {
            throw new InvalidResponseException(
                    Operation.of(call.request()),
                    1,
                    "its link to the next page leads back to a page seen before",
                    null);
        }
        Page<T> answered = answer(call);
        visited.add(call.request().url());
        last = call;
        page = answered;
        if (prefetches) {
            prefetch();
        }
        return answered;
    }

    private HttpPagedCall<T> upcoming() {
        if (page == null) {
            return last;
        }
        if (page.nextLink() == null) {
            throw new NoSuchElementException("There are no further pages.");
        }
        return last.following(page, page.nextLink());
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
            HttpPagedCall<T> call = hasNext() ? upcoming() : null;
            if (call != null && !visited.contains(call.request().url())) {
                prefetched = call.executeAsync();
            }
        } catch (RuntimeException e) {
            // Thrown again when the page is reached; the previous page must not be lost.
        }
    }
}
