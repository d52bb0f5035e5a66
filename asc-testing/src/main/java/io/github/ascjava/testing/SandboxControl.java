package io.github.ascjava.testing;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.server.Faults;
import io.github.ascjava.testing.internal.server.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What a test does with a sandbox, be it one it started itself ({@link Sandbox}) or one that JUnit starts and ends
 * ({@link SandboxExtension}). Thread-safe.
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
     * <p>It goes by the sandbox's clock and never really waits: where a call waits before it is sent again, the sandbox's time
     * passes at once.
     */
    public final AppStoreConnect client() {
        return machinery().client();
    }

    /** Returns a builder of clients like {@link #client()}, for other settings; whoever builds one closes it. */
    public final AppStoreConnect.Builder clientBuilder() {
        return machinery().clientBuilder();
    }

    /** Returns the key whose tokens the sandbox accepts; made for this sandbox, and good nowhere else. */
    public final ApiKey key() {
        return machinery().key.apiKey();
    }

    /**
     * Writes the key as the {@code .p8} file that Apple hands out, for programs that want a file.
     *
     * @param directory where it does not exist yet
     * @return the file, which only its owner can read
     */
    public final Path writeKeyFile(Path directory) {
        try {
            return machinery().key.write(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("The key could not be written to " + directory + ".", e);
        }
    }

    /** Returns the URL that takes the place of Apple's; ends in a slash. */
    public final String baseUrl() {
        return machinery().front.url().toString();
    }

    /** Returns the sandbox's time: that of the builder's clock, and what was added to it. */
    public final Clock clock() {
        return machinery().clock;
    }

    /**
     * Lets time pass: tokens expire, the budget comes back, what takes the service hours gets done.
     *
     * @param duration zero or more
     */
    public final void advanceTime(Duration duration) {
        machinery().advance(duration);
    }

    /**
     * Has the service's clock differ from the clock of its clients, in the {@code Date} header and in the check of tokens, as if
     * their machine's clock were wrong.
     *
     * @param skew how far the service is ahead; negative if it is behind
     */
    public final void skewClock(Duration skew) {
        machinery().shownClock.skew(skew);
    }

    /** Refuses from now on every token that was used so far, though it has time left. */
    public final void expireTokens() {
        machinery().tokens.expireAll();
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
     * Returns what happens to requests of one operation only.
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
     * Puts a resource into the sandbox without asking whether the service would let one create it, such as an app.
     *
     * @throws IllegalArgumentException if the document has no such type, attribute or relationship, if there is a resource of
     *     that type and id, or if one that it is related to is not there
     */
    public final void add(ResourceObject resource) {
        SandboxState world = machinery().world;
        world.locked(() -> new Addition(world).add(resource));
    }

    /** Forgets faults and recorded requests, and gives clock and budget back; resources and time stay as they are. */
    public final void reset() {
        machinery().reset();
    }
}
