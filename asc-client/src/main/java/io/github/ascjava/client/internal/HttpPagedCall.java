package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.call.CallOptions;
import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.jsonapi.Page;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import okhttp3.Request;

/** A call for a list, which also creates the calls for its further pages. */
final class HttpPagedCall<T> implements PagedCall<T> {

    private final CallExecutor executor;
    private final Request request;
    private final PageReader<T> reader;
    private final CallOptions options;
    private final boolean prefetches;

    HttpPagedCall(
            CallExecutor executor, Request request, PageReader<T> reader, CallOptions options, boolean prefetches) {
        this.executor = executor;
        this.request = request;
        this.reader = reader;
        this.options = options;
        this.prefetches = prefetches;
    }

    @Override
    public PagedCall<T> withOptions(UnaryOperator<CallOptions> change) {
        return new HttpPagedCall<>(executor, request, reader, change.apply(options), prefetches);
    }

    @Override
    public PagedCall<T> withPrefetch() {
        return new HttpPagedCall<>(executor, request, reader, options, true);
    }

    @Override
    public AscResponse<Page<T>> executeWithResponse() {
        return executor.execute(request, options, reader);
    }

    @Override
    public CompletableFuture<Page<T>> executeAsync() {
        return executor.executeAsync(request, options, reader, AscResponse::value);
    }

    @Override
    public CompletableFuture<AscResponse<Page<T>>> executeWithResponseAsync() {
        return executor.executeAsync(request, options, reader, Function.identity());
    }

    @Override
    public Optional<PagedCall<T>> nextPage(Page<T> page) {
        return page.nextLink() == null ? Optional.empty() : Optional.of(following(page, page.nextLink()));
    }

    @Override
    public Iterable<Page<T>> pages() {
        return () -> new PageIterator<>(this, prefetches);
    }

    HttpPagedCall<T> following(Page<T> page, String link) {
        Request next = NextLink.follow(request, link, executor.links());
        return new HttpPagedCall<>(executor, next, reader.after(page), options, prefetches);
    }

    /** Creates the exception for a thread that was interrupted while it waited for this page. */
    AscException interrupted(InterruptedIOException e) {
        return ExceptionTranslator.of(Operation.of(request), 1, e, null, null);
    }

    int maxPages() {
        return executor.maxPages();
    }

    Request request() {
        return request;
    }

    /** Names the operation only, because the URL may not belong in a log. */
    @Override
    public String toString() {
        return "PagedCall[" + Operation.of(request) + "]";
    }
}
