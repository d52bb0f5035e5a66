package io.github.ascjava.benchmarks.release;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Counts the requests of a client, and makes each response take as long as over the network. */
final class RequestMeter implements Interceptor {

    private static final int TOO_MANY_REQUESTS = 429;

    private final Duration latency;
    private final Map<String, LongAdder> byOperation = new ConcurrentSkipListMap<>();
    private final LongAdder rejected = new LongAdder();

    RequestMeter(Duration latency) {
        this.latency = latency;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        String path = chain.request().url().encodedPath().replaceAll("/[^/]*\\d[^/]{5,}(?=/|$)", "/{id}");
        byOperation
                .computeIfAbsent(chain.request().method() + " " + path, key -> new LongAdder())
                .increment();
        try {
            Thread.sleep(latency.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        Response response = chain.proceed(chain.request());
        if (response.code() == TOO_MANY_REQUESTS) {
            rejected.increment();
        }
        return response;
    }

    long requests() {
        return byOperation.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Returns the number of responses with the status 429. */
    long rejected() {
        return rejected.sum();
    }

    Map<String, LongAdder> byOperation() {
        return new TreeMap<>(byOperation);
    }
}
