package io.github.ascjava.client.call;

import io.github.ascjava.client.jsonapi.Page;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A call for a list, which Apple answers in pages.
 *
 * <p>{@link #execute()} gets the first page, and {@link #withTimeout} and {@link #withRetryPolicy} are about one page each.
 * Iterating walks over all resources of all pages; a page is requested when
 * its first resource is asked for and not before, and what fails is thrown there. The next page is where the answer says
 * it is, on the same host only.
 *
 * @param <T> the class of the resources
 */
public interface PagedCall<T> extends ApiCall<Page<T>>, Iterable<T> {

    @Override
    PagedCall<T> withOptions(UnaryOperator<CallOptions> change);

    @Override
    default PagedCall<T> withTimeout(Duration timeout) {
        return withOptions(options -> options.withTimeout(timeout));
    }

    @Override
    default PagedCall<T> withRetryPolicy(RetryPolicy policy) {
        return withOptions(options -> options.withRetryPolicy(policy));
    }

    /**
     * Returns the same call, but walking over it requests each page while the one before is being used.
     *
     * <p>One page is read ahead, no more; a walk that ends early has requested one page that nobody sees.
     */
    PagedCall<T> withPrefetch();

    /**
     * Returns the call for the page after one that this call, or one it led to, answered with.
     *
     * @param page a page
     * @return empty if it is the last one
     * @throws io.github.ascjava.client.error.InvalidResponseException if its link leads to another host
     */
    Optional<PagedCall<T>> nextPage(Page<T> page);

    /** Returns all pages, each requested when it is reached; the first one is requested anew by every iterator. */
    Iterable<Page<T>> pages();

    /**
     * Returns an iterator over all resources of all pages.
     *
     * <p>After an exception it can be asked again, and goes on with the page that failed.
     */
    @Override
    default Iterator<T> iterator() {
        return new PageElements<>(pages().iterator());
    }

    /** Returns all resources of all pages as a lazy, sequential stream. */
    default Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /** Requests all pages and returns their resources. */
    default List<T> toList() {
        return stream().toList();
    }
}
