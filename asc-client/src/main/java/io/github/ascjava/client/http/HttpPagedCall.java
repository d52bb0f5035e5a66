package io.github.ascjava.client.http;

import io.github.ascjava.client.AscResponse;
import io.github.ascjava.client.PagedCall;
import io.github.ascjava.client.RetryPolicy;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.jsonapi.Page;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.Request;

/** A call for a list, which also makes the calls for its further pages. */
final class HttpPagedCall<T> implements PagedCall<T> {

    private final Exchange exchange;
    private final Request request;
    private final PageReading<T> reading;
    private final CallOptions options;
    private final boolean readsAhead;

    HttpPagedCall(Exchange exchange, Request request, PageReading<T> reading, CallOptions options, boolean readsAhead) {
        this.exchange = exchange;
        this.request = request;
        this.reading = reading;
        this.options = options;
        this.readsAhead = readsAhead;
    }

    @Override
    public PagedCall<T> withTimeout(Duration timeout) {
        return new HttpPagedCall<>(exchange, request, reading, options.withTimeout(timeout), readsAhead);
    }

    @Override
    public PagedCall<T> withRetry(RetryPolicy policy) {
        return new HttpPagedCall<>(exchange, request, reading, options.withRetry(policy), readsAhead);
    }

    @Override
    public PagedCall<T> withReadAhead() {
        return new HttpPagedCall<>(exchange, request, reading, options, true);
    }

    @Override
    public AscResponse<Page<T>> response() {
        return exchange.run(request, options, reading);
    }

    @Override
    public CompletableFuture<Page<T>> executeAsync() {
        return exchange.start(request, options, reading, AscResponse::value);
    }

    @Override
    public CompletableFuture<AscResponse<Page<T>>> responseAsync() {
        return exchange.start(request, options, reading, Function.identity());
    }

    @Override
    public Optional<PagedCall<T>> after(Page<T> page) {
        return page.nextLink() == null ? Optional.empty() : Optional.of(following(page, page.nextLink()));
    }

    @Override
    public Iterable<Page<T>> pages() {
        return () -> new PageWalk<>(this, readsAhead);
    }

    HttpPagedCall<T> following(Page<T> page, String link) {
        Request next = NextLink.follow(request, link);
        return new HttpPagedCall<>(exchange, next, reading.after(page), options, readsAhead);
    }

    /** Makes the exception for a thread that was interrupted while it waited for this page. */
    AscException interrupted(InterruptedIOException e) {
        return Failures.of(Operation.of(request), 1, e, null, null);
    }

    Request request() {
        return request;
    }

    /** Names the operation; the URL may hold what does not belong in a log. */
    @Override
    public String toString() {
        return "PagedCall[" + Operation.of(request) + "]";
    }
}
