package io.github.ascjava.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.call.CallOptions;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.ExistingResource;
import io.github.ascjava.client.error.NotFoundException;
import io.github.ascjava.client.error.ServerException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * The search for a resource that exists already, after creating it failed; it neither waits nor sends.
 *
 * <p>Lists lag behind writes (docs/live-service.md#new-resources-may-be-not-found), so one that lacks the resource is read
 * again a few times. Used by one thread at a time.
 */
final class ExistingSearch<T> {

    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    private static final int REQUEST_TIMEOUT = 408;
    private static final MediaType JSON = MediaType.get("application/json");

    private final CallContext context;
    private final SearchSubject subject;
    private final ResponseReader<T> reader;
    private final CallOptions options;
    private final long startNanos;
    private final Request list;
    private AscException failure;
    private Request latest;
    private int pages;
    private int readings;

    private ExistingSearch(
            CallContext context,
            Request create,
            SearchSubject subject,
            ResponseReader<T> reader,
            CallOptions options,
            long startNanos,
            AscException failure) {
        this.context = context;
        this.subject = subject;
        this.reader = reader;
        this.options = options;
        this.startNanos = startNanos;
        this.failure = failure;
        this.list = create.newBuilder()
                .url(subject.key().listUrl(create.url(), subject.sent()))
                .get()
                .removeHeader("Content-Type")
                .tag(Invocation.class, null)
                .build();
        this.latest = list;
    }

    /**
     * Begins a search.
     *
     * @param startNanos when the call began, which the search continues
     * @return null if the failure does not suggest that the resource exists
     */
    static <T> @Nullable ExistingSearch<T> after(
            AscException failure,
            CallContext context,
            Request create,
            SearchSubject subject,
            ResponseReader<T> reader,
            CallOptions options,
            long startNanos) {
        boolean exists = failure instanceof ConflictException conflict
                && subject.key().exists(conflict.errors(), subject.sent());
        boolean interrupted = Thread.currentThread().isInterrupted();
        return !interrupted && (exists || isUnknown(failure))
                ? new ExistingSearch<>(context, create, subject, reader, options, startNanos, failure)
                : null;
    }

    /** Returns whether the resource may have been created; without a connection it was not. */
    private static boolean isUnknown(AscException failure) {
        boolean unconnected =
                failure.getCause() instanceof ConnectException || failure.getCause() instanceof UnknownHostException;
        return failure.attempts() > 0
                && !unconnected
                && (failure instanceof ConnectionException
                        || failure instanceof ServerException
                        || (failure instanceof ApiException answer && answer.status() == REQUEST_TIMEOUT));
    }

    /** Returns the next request, or how the search ends for lack of time. */
    SearchStep<T> read() {
        Duration left = left();
        return left.isZero()
                ? fail("The timeout of " + Durations.of(options.timeout())
                        + " leaves no time to look for an existing one.")
                : new SearchStep.Read<>(latest, options.withTimeout(left));
    }

    /** Decides what follows from a response. */
    SearchStep<T> found(AscResponse<JsonNode> response) {
        JsonNode data = response.value().path("data");
        Iterable<JsonNode> elements = data.isArray() ? data : data.isObject() ? List.of(data) : List.of();
        JsonNode other = null;
        for (JsonNode element : elements) {
            if (subject.key().matches(element, subject.sent())) {
                if (subject.differences(element).isEmpty()) {
                    return same(element, response);
                }
                other = other == null ? element : other;
            }
        }
        return other == null ? following(response.value()) : different(other);
    }

    /** Decides what follows from a page without the resource. */
    private SearchStep<T> following(JsonNode page) {
        JsonNode next = page.path("links").path("next");
        if (!next.isTextual() || ++pages >= context.maxPages()) {
            return absent();
        }
        try {
            latest = NextLink.follow(latest, next.textValue(), context.links());
        } catch (AscException e) {
            return unreadable(e);
        }
        return read();
    }

    /** Decides what follows from a reading that failed. */
    SearchStep<T> unreadable(AscException problem) {
        if (problem instanceof NotFoundException) {
            return absent();
        }
        failure.addSuppressed(problem);
        return fail("Looking for an existing one failed: " + problem.getMessage());
    }

    /** Creates the exception for a thread that was interrupted between two readings. */
    AscException interrupted() {
        return fail("Looking for an existing one was interrupted.", null).failure();
    }

    private SearchStep<T> different(JsonNode element) {
        List<String> differing = subject.differences(element);
        String id = element.path("id").asText();
        String sentence = "One exists with the ID " + id + " and with another value of " + String.join(", ", differing)
                + "; update it instead of creating it.";
        return fail(sentence, new ExistingResource(subject.sent().type(), id, differing));
    }

    private SearchStep<T> same(JsonNode element, AscResponse<JsonNode> response) {
        try {
            byte[] document = JsonTrees.bytes(JsonTrees.document(element));
            T value = reader.ofBody(ResponseBody.create(document, JSON));
            return new SearchStep.Return<>(new AscResponse<>(response.status(), response.headers(), value));
        } catch (IOException e) {
            return unreadable(ExceptionTranslator.of(Operation.of(list), 1, e, null, null));
        }
    }

    private SearchStep<T> absent() {
        latest = list;
        pages = 0;
        Duration wait = readings < WAITS.size() ? WAITS.get(readings) : null;
        readings++;
        if (wait != null && wait.compareTo(left()) < 0) {
            return new SearchStep.Wait<>(wait);
        }
        return fail("None with the same " + subject.key().names(subject.sent()) + " was found by reading "
                + Operation.of(list) + (readings == 1 ? " once" : " " + readings + " times")
                + "; lists may lag behind writes.");
    }

    private SearchStep<T> fail(String sentence) {
        return fail(sentence, null);
    }

    private SearchStep.Fail<T> fail(String sentence, @Nullable ExistingResource existing) {
        if (failure instanceof ApiException answer) {
            failure = answer.withAdvice(sentence, existing);
        } else if (failure instanceof ConnectionException lost) {
            failure = lost.withAdvice(sentence, existing);
        }
        return new SearchStep.Fail<>(failure);
    }

    private Duration left() {
        Duration left = options.timeout().minusNanos(context.time().nanos() - startNanos);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
