package io.github.ascjava.testing;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.fixtures.FixtureWriter;
import io.github.ascjava.testing.internal.server.Faults;
import io.github.ascjava.testing.internal.server.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Controls a sandbox, whether the test started it ({@link Sandbox}) or JUnit does ({@link SandboxExtension}). Thread-safe.
 *
 * @since 0.1.0
 */
public abstract class SandboxControl extends FaultInjection {

    SandboxControl() {}

    abstract SandboxRuntime machinery();

    @Override
    final Faults faults() {
        return machinery().faults;
    }

    @Override
    final Target target() {
        return Target.ANY;
    }

    /**
     * Returns a client of the sandbox, which is closed with it.
     *
     * <p>It uses the sandbox's clock and never waits in real time: the delay before a retry advances the sandbox's time
     * at once.
     */
    public final AppStoreConnect client() {
        return machinery().client();
    }

    /** Returns a builder of clients like {@link #client()}, for other settings; the caller closes the client. */
    public final AppStoreConnect.Builder clientBuilder() {
        return machinery().clientBuilder();
    }

    /** Returns the key whose tokens the sandbox accepts; generated for this sandbox and valid nowhere else. */
    public final ApiKey key() {
        return machinery().key.apiKey();
    }

    /**
     * Writes the key as a {@code .p8} file like Apple's, for programs that need a file.
     *
     * @param directory the directory of the new file
     * @return the file, which only its owner can read
     */
    public final Path writeKeyFile(Path directory) {
        try {
            return machinery().key.write(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("The key could not be written to " + directory + ".", e);
        }
    }

    /**
     * Returns environment variables for a program that reads its settings from them, with the key as text: those that
     * {@code ApiKey.fromEnvironment()} reads, and {@code ASC_BASE_URL}.
     *
     * <pre>{@code
     * ProcessBuilder program = new ProcessBuilder("./release.sh");
     * program.environment().putAll(sandbox.environment());
     * }</pre>
     *
     * <p>With {@linkplain Sandbox.Builder#tls TLS}, {@code ASC_CA_FILE}, {@code NODE_EXTRA_CA_CERTS} and
     * {@code SSL_CERT_FILE} name {@link #caFile()}. Programs that read the last one trust no other authority then.
     *
     * <p>The other variables that {@code ApiKey.fromEnvironment()} reads are empty, so that the program cannot use a real
     * key of its parent's environment. The values contain the sandbox's private key; it is valid nowhere else.
     *
     * @return the values by name; unmodifiable
     */
    public final Map<String, String> environment() {
        return Environment.of(
                key(), baseUrl(), "ASC_PRIVATE_KEY", machinery().key.pem(), caFileOrNull());
    }

    /**
     * Returns the same variables with the key as a file.
     *
     * @param keyFile the file that {@link #writeKeyFile} wrote
     * @return the values by name; unmodifiable
     */
    public final Map<String, String> environment(Path keyFile) {
        return Environment.of(key(), baseUrl(), "ASC_PRIVATE_KEY_PATH", keyFile.toString(), caFileOrNull());
    }

    /**
     * Returns the file with the certificate, in PEM format, that clients need to trust for https; deleted with the sandbox.
     *
     * @throws IllegalStateException if the sandbox serves http, because {@link Sandbox.Builder#tls} was not called
     */
    public final Path caFile() {
        Path file = caFileOrNull();
        if (file == null) {
            throw new IllegalStateException("The sandbox serves http; start it with tls() for https.");
        }
        return file;
    }

    private @Nullable Path caFileOrNull() {
        SandboxTls tls = machinery().tls;
        return tls == null ? null : tls.caFile;
    }

    /** Returns the base URL, which replaces Apple's; it ends in a slash. */
    public final String baseUrl() {
        return machinery().front.url().toString();
    }

    /** Returns the sandbox's clock, which is in UTC: the builder's clock plus the time that was added. */
    public final Clock clock() {
        return machinery().clock;
    }

    /**
     * Advances the time: tokens expire, the rate limit recovers, and processing of the service completes.
     *
     * @param duration zero or more
     */
    public final void advanceTime(Duration duration) {
        machinery().advance(duration);
    }

    /**
     * Shifts the service's clock against that of its clients, in the {@code Date} header and in the validation of
     * tokens, as if the clock of their machine were wrong.
     *
     * @param skew how far the service is ahead; negative if it is behind
     */
    public final void skewClock(Duration skew) {
        machinery().shownClock.skew(skew);
    }

    /** Rejects from now on every token that was used so far, even if it has not expired. */
    public final void expireTokens() {
        machinery().tokens.expireAll();
    }

    /** Rejects every request with the 403 of a team with a problem, until {@link #allowAccess} or {@link #reset}. */
    public final void denyAccess(AccessProblem problem) {
        machinery().gate.deny(problem.refusal());
    }

    /** Accepts requests again, after {@link #denyAccess}. */
    public final void allowAccess() {
        machinery().gate.deny(null);
    }

    /**
     * Sets how many requests the key may make; those already made count.
     *
     * @param perHour in any 60 minutes; 0 for no limit
     * @param perMinute in any minute; 0 for no limit
     */
    public final void limitRequests(int perHour, int perMinute) {
        machinery().budget.limit(perHour, perMinute);
    }

    /**
     * Returns a fault injection for requests of one operation only.
     *
     * @param method such as {@code POST}
     * @param path with {@code {id}} for any id, such as {@code /v1/apps/{id}/builds}
     */
    public final FaultInjection on(String method, String path) {
        Faults faults = faults();
        Target target = Target.of(method, path);
        return new FaultInjection() {
            @Override
            Faults faults() {
                return faults;
            }

            @Override
            Target target() {
                return target;
            }
        };
    }

    /** Returns the newest requests, oldest first: the last thousand, or fewer if their bodies are large. */
    public final List<RecordedRequest> requests() {
        return machinery().records.list();
    }

    /**
     * Adds a resource to the sandbox, even one that the service would not let a client create, such as an app.
     *
     * @throws IllegalArgumentException if the document has no such type, attribute or relationship, if a resource of
     *     that type and ID exists, or if a related one does not exist
     */
    public final void add(ResourceObject resource) {
        SandboxState world = machinery().world;
        world.locked(() -> new Addition(world).add(resource));
    }

    /**
     * Writes all resources to a folder, in the form that {@link Sandbox.Builder#fixtures} reads: a sandbox that reads
     * them has the same resources, with the same ids and relationships, and dates relative to its start.
     *
     * <p>The files contain what responses can show. They contain no keys: neither the sandbox's key nor those of its
     * certificates, whose public content they do contain. Write-only attributes, such as the secret of a webhook, are
     * left out, and so are signed URLs, uploads that are not complete, faults, recorded requests, and the territories
     * and categories that Apple provides.
     *
     * @param folder the folder, which is created if it does not exist
     * @throws IllegalArgumentException if the folder is not empty
     * @throws UncheckedIOException if it cannot be written to
     */
    public final void export(Path folder) {
        SandboxState world = machinery().world;
        world.locked(() -> {
            try {
                new FixtureWriter(world).write(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("The fixtures could not be written to " + folder + ".", e);
            }
        });
    }

    /**
     * Discards faults and recorded requests, and resets clock skew, rate limit and access; resources and time remain.
     */
    public final void reset() {
        machinery().reset();
    }
}
