package io.github.ascjava.client.http;

import io.github.ascjava.client.AscResponse;
import io.github.ascjava.client.PagedCall;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.jsonapi.Page;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/** A call for a list, and the walk from page to page. */
final class HttpPagedCall<T> implements PagedCall<T> {

    private final Exchange exchange;
    private final Request request;
    private final Converter<ResponseBody, Page<T>> converter;

    HttpPagedCall(Exchange exchange, Request request, Converter<ResponseBody, Page<T>> converter) {
        this.exchange = exchange;
        this.request = Requests.prepared(request);
        this.converter = converter;
    }

    @Override
    public AscResponse<Page<T>> response() {
        return exchange.run(request, converter);
    }

    @Override
    public CompletableFuture<Page<T>> executeAsync() {
        return exchange.start(request, converter, AscResponse::value);
    }

    @Override
    public CompletableFuture<AscResponse<Page<T>>> responseAsync() {
        return exchange.start(request, converter, Function.identity());
    }

    @Override
    public Optional<PagedCall<T>> after(Page<T> page) {
        return following(page).map(call -> call);
    }

    @Override
    public Iterable<Page<T>> pages() {
        return Walk::new;
    }

    private Optional<HttpPagedCall<T>> following(Page<T> page) {
        return Optional.ofNullable(page.nextLink()).map(this::following);
    }

    /** The link is taken as it is: it carries the whole query, and adding parameters again makes Apple refuse it. */
    private HttpPagedCall<T> following(String nextLink) {
        HttpUrl url = request.url().resolve(nextLink);
        if (url == null || !isSameOrigin(url)) {
            // The token would go with it.
            throw new InvalidResponseException(
                    Operation.of(request),
                    "its link to the next page leads to "
                            + (url == null ? "no http URL" : url.redact()) + ", while the list is on "
                            + request.url().redact(),
                    null);
        }
        return new HttpPagedCall<>(exchange, request.newBuilder().url(url).build(), converter);
    }

    private boolean isSameOrigin(HttpUrl url) {
        HttpUrl own = request.url();
        return url.scheme().equals(own.scheme()) && url.host().equals(own.host()) && url.port() == own.port();
    }

    /** Names the operation; the URL may hold what does not belong in a log. */
    @Override
    public String toString() {
        return "PagedCall[" + Operation.of(request) + "]";
    }

    /** Goes from page to page; remembers where it has been, because a loop would otherwise never end. */
    private final class Walk implements Iterator<Page<T>> {

        private final Set<HttpUrl> visited = new HashSet<>();
        private HttpPagedCall<T> last = HttpPagedCall.this;
        private @Nullable Page<T> page;

        @Override
        public boolean hasNext() {
            return page == null || page.hasNext();
        }

        /** A link that cannot be followed fails here, when all of the page it stood on has been handed out. */
        @Override
        public Page<T> next() {
            HttpPagedCall<T> call = page == null ? last : last.following(page).orElseThrow(NoSuchElementException::new);
            if (visited.contains(call.request.url())) {
                throw new InvalidResponseException(
                        Operation.of(request), "its link to the next page leads back to a page seen before", null);
            }
            Page<T> answered = call.execute();
            visited.add(call.request.url());
            last = call;
            page = answered;
            return answered;
        }
    }
}
