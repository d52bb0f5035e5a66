package io.github.ascjava.examples;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.examples.demo.DemoServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connects a command to Apple if a key is configured, and to a demo server if none is. */
final class Connector {

    private static final String BASE_URL = "ASC_BASE_URL";

    private final Map<String, String> environment;

    Connector(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Does a job with a connection, and ends the connection whatever happens. */
    int run(PrintWriter err, Job job) {
        return ApiKey.isConfigured(environment) ? withKey(job) : withDemo(err, job);
    }

    private int withKey(Job job) {
        AppStoreConnect.Builder builder =
                AppStoreConnect.builder(ApiKey.fromEnvironment(environment)).userAgent("asc-examples");
        String baseUrl = environment.getOrDefault(BASE_URL, "").strip();
        if (!baseUrl.isEmpty()) {
            try {
                builder.baseUrl(baseUrl.endsWith("/") ? baseUrl : baseUrl + "/");
            } catch (IllegalArgumentException e) {
                throw new BadSettingsException(BASE_URL + " cannot be used: " + e.getMessage(), e);
            }
        }
        try (AppStoreConnect asc = builder.build()) {
            return job.run(asc);
        }
    }

    private int withDemo(PrintWriter err, Job job) {
        if (!environment.getOrDefault(BASE_URL, "").isBlank()) {
            throw new BadSettingsException(
                    BASE_URL + " is set, but no API key to sign requests with. Set ASC_KEY_ID,"
                            + " ASC_ISSUER_ID and ASC_PRIVATE_KEY_PATH as well.",
                    null);
        }
        try (DemoServer demo = DemoServer.start(Clock.systemUTC());
                AppStoreConnect asc = AppStoreConnect.builder(demo.key())
                        .baseUrl(demo.baseUrl())
                        .userAgent("asc-examples")
                        .build()) {
            err.println("No API key is configured, so this is a demo server with made-up data on " + demo.baseUrl());
            return job.run(asc);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo server could not be started on this machine.", e);
        }
    }

    /** What a command does with a connection. */
    @FunctionalInterface
    interface Job {

        /** Returns the exit code. */
        int run(AppStoreConnect asc);
    }

    /** The environment holds something that cannot be used. */
    static final class BadSettingsException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BadSettingsException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
