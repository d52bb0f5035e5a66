package io.github.ascjava.client.internal;

import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** Configures the HTTP client of a client without one of the user's. What it leaves idle ends by itself. */
public final class DefaultHttpClient {

    /** Long lists with included resources take Apple some time; OkHttp's own ten seconds are too few. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);
    /**
     * At half a second each, the requests of an hour can be sent in two minutes, the timeout of a call. With many
     * more at a time, Apple returns random errors (docs/live-service.md#parallel-requests-get-random-errors); with
     * OkHttp's own 5, calls would time out in the queue.
     */
    private static final int ASYNC_CALLS_AT_A_TIME = 16;

    private static final int IDLE_CONNECTIONS = 5;
    /** With OkHttp's own five minutes, a program that drops its clients without closing them soon has thousands open. */
    private static final Duration IDLE_CONNECTION = Duration.ofSeconds(60);
    /** Longer than between two calls of a busy program. */
    private static final Duration IDLE_THREAD = Duration.ofSeconds(5);

    private DefaultHttpClient() {}

    /** Returns a builder of a client with a dispatcher and a connection pool of its own. */
    public static OkHttpClient.Builder builder() {
        Dispatcher dispatcher = new Dispatcher(new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_THREAD.toSeconds(),
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                DefaultHttpClient::daemon));
        dispatcher.setMaxRequestsPerHost(ASYNC_CALLS_AT_A_TIME);
        return new OkHttpClient.Builder()
                .readTimeout(READ_TIMEOUT)
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_CONNECTION.toSeconds(), TimeUnit.SECONDS));
    }

    /** OkHttp's own threads keep a program running for a minute after its last asynchronous call. */
    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "asc-client");
        thread.setDaemon(true);
        return thread;
    }
}
