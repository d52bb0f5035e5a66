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
 * A call for a list, which Apple sends in pages.
 *
 * <pre>{@code
 * for (Build build : asc.builds().list(q -> q.filterApp(appId).limit(200))) {
 *     System.out.println(build.version());
 * }
 * }</pre>
 *
 * <p>{@link #execute()} gets the first page. Iterating yields the resources of all pages; each page is requested when
 * its first resource is needed, and its failure is thrown there. {@link #withTimeout} and {@link #withRetryPolicy}
 * apply to each page. Links to further pages are followed on the same host only.
 *
 * @param <T> the class of the resources
 * @since 0.1.0
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

    /** Fails, because a call for a list creates nothing. */
    @Override
    default PagedCall<T> orExisting() {
        throw new IllegalArgumentException(
                "orExisting() is for calls that create a resource; " + this + " reads a list.");
    }

    /**
     * Returns the same call, but iterating requests each page while the previous one is being used.
     *
     * <p>One page is read ahead at most; an iteration that ends early has requested one unused page.
     */
    PagedCall<T> withPrefetch();

    /**
     * Returns the call for the page after a given one.
     *
     * @param page a page returned by this call, or by one for a later page
     * @return empty if the page is the last one
     * @throws io.github.ascjava.client.error.InvalidResponseException if its link leads to another host
     */
    Optional<PagedCall<T>> nextPage(Page<T> page);

    /**
     * Returns all pages, at least one, each requested when it is reached; every iterator starts with a new request for
     * the first page.
     */
    Iterable<Page<T>> pages();

    /**
     * Returns an iterator over all resources of all pages.
     *
     * <p>After an exception, call the same iterator again to resume at the page that failed.
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
