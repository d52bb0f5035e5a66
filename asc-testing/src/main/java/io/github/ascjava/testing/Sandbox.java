package io.github.ascjava.testing;

import io.github.ascjava.client.model.users.UserRole;
import io.github.ascjava.testing.internal.behavior.uploads.UploadBehaviors;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An in-memory App Store Connect on a port of this machine.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *     AppStoreConnect asc = sandbox.client();
 *     asc.apps().list().forEach(app -> System.out.println(app.name()));
 * }
 * }</pre>
 *
 * <p>It supports every operation of Apple's document, keeps written data, and rejects what Apple rejects. It starts
 * with a sample team, which is always the same for one seed, or {@linkplain Builder#empty empty}.
 *
 * @since 0.1.0
 */
public final class Sandbox extends SandboxControl implements AutoCloseable {

    private final SandboxRuntime machinery;

    private Sandbox(SandboxRuntime machinery) {
        this.machinery = machinery;
    }

    /** Starts a sandbox with a sample team and a team key. */
    public static Sandbox start() {
        return builder().start();
    }

    /** Returns a builder, for other settings. */
    public static Builder builder() {
        return new Builder();
    }

    /** Closes the sandbox with its connections, threads and {@link #client()}. */
    @Override
    public void close() {
        machinery.close();
    }

    @Override
    SandboxRuntime machinery() {
        return machinery;
    }

    @Override
    public String toString() {
        return "Sandbox[" + baseUrl() + "]";
    }

    /** Starts sandboxes; not thread-safe. */
    public static final class Builder {

        private static final int APPLES_LIMIT = 3600;

        long seed = 1;
        boolean empty;
        boolean individual;
        UserRole role = UserRole.ADMIN;
        /** For the server only; a test in Java controls its sandbox directly. */
        boolean control;

        boolean tls;
        boolean liveDeviations = true;
        boolean unusualReports;
        int uploadPartBytes = UploadBehaviors.PART_BYTES;
        int port;
        int requestsPerHour = APPLES_LIMIT;
        int requestsPerMinute;
        Clock clock = Clock.systemUTC();

        @Nullable
        Path fixtures;

        private Builder() {}

        /** Sets the seed of IDs and of random values; the same seed gives the same. Names and numbers of the team stay. */
        public Builder randomSeed(long newSeed) {
            seed = newSeed;
            return this;
        }

        /** Starts without a team: no apps and no users, only the data that Apple provides. */
        public Builder empty() {
            empty = true;
            return this;
        }

        /**
         * Starts with resources from files instead of the sample team: those that {@link #export} wrote, saved responses,
         * or any others in the form of JSON:API documents.
         *
         * <p>Each document has a resource or a list of resources in {@code data}, and may have more in {@code included}.
         * If {@code asOf} in its {@code meta} is a date-time, its dates are relative to it: they are shifted until
         * {@code asOf} is the start of the sandbox. Without {@code asOf}, dates stay as they are. A relationship needs to
         * be in one of the resources that it connects. Certificates and profiles without content get one, for a key that
         * is thrown away. The territories and categories that Apple provides are there in any case.
         *
         * @param path a file, or a folder, of which all files are read whose names end in {@code .json}. {@link #start}
         *     reads it, and throws an {@code IllegalArgumentException} that lists all problems if there are any
         */
        public Builder fixtures(Path path) {
            fixtures = Objects.requireNonNull(path, "path");
            return this;
        }

        /** Accepts an individual key instead of a team key; it cannot use provisioning and reports. */
        public Builder individualKey() {
            individual = true;
            return this;
        }

        /**
         * Sets the role of the key; Admin if not set. Another role gets 403 for the resources whose roles are known:
         * review submissions, webhooks, users, and sales and finance reports.
         */
        public Builder keyRole(UserRole keyRole) {
            role = Objects.requireNonNull(keyRole, "keyRole");
            return this;
        }

        /** Listens on the given port; on any free one if not set. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /**
         * Serves https instead of http, over HTTP/1.1, with a certificate for {@code localhost} and 127.0.0.1 that is
         * generated for this sandbox.
         *
         * <p>{@link Sandbox#client()} trusts it. Other clients have to trust the certificate in {@link Sandbox#caFile()}.
         */
        public Builder tls() {
            tls = true;
            return this;
        }

        /**
         * Sets how many requests the key may make in any 60 minutes; 3600 if not set, which is Apple's usual limit.
         *
         * @param number 0 for no limit
         */
        public Builder requestsPerHour(int number) {
            requestsPerHour = number;
            return this;
        }

        /**
         * Sets how many requests the key may make in any minute; no limit if not set. Apple has such limits, but does
         * not document them.
         *
         * @param number 0 for no limit
         */
        public Builder requestsPerMinute(int number) {
            requestsPerMinute = number;
            return this;
        }

        /**
         * Sets whether the sandbox follows Apple's live service where it is known to differ from Apple's document; true
         * by default. The differences are described in {@code docs/live-service.md}.
         */
        public Builder liveDeviations(boolean on) {
            liveDeviations = on;
            return this;
        }

        /**
         * Sends reports in forms that Apple's service uses rarely, to test programs that read them: gzip files of two
         * members, with a byte order mark, and analytics instances that have no segments on the day on which they are
         * made. The content is the same.
         */
        public Builder unusualReports() {
            unusualReports = true;
            return this;
        }

        /**
         * Sets the size of the parts in which files are uploaded; 5 MiB if not set, as with Apple. With small parts, a test of
         * an upload in many parts needs no large file.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder uploadPartBytes(int bytes) {
            if (bytes < 1) {
                throw new IllegalArgumentException("uploadPartBytes must be 1 or more, but was " + bytes + ".");
            }
            uploadPartBytes = bytes;
            return this;
        }

        /** Sets the clock that the sandbox's time follows; the system clock if not set. */
        public Builder clock(Clock newClock) {
            clock = Objects.requireNonNull(newClock, "clock");
            return this;
        }

        /**
         * Starts a sandbox.
         *
         * @throws IllegalArgumentException if the fixtures have problems
         * @throws java.io.UncheckedIOException if it cannot listen on the port, read the fixtures, or write the
         *     certificate for TLS
         */
        public Sandbox start() {
            return new Sandbox(SandboxRuntime.start(this));
        }
    }
}
