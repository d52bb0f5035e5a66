package io.github.ascjava.testing;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.Sleeper;
import io.github.ascjava.testing.internal.behavior.ResourceHooks;
import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.provisioning.SigningContent;
import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.Engine;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.fixtures.FixtureLoader;
import io.github.ascjava.testing.internal.fixtures.Reference;
import io.github.ascjava.testing.internal.fixtures.Team;
import io.github.ascjava.testing.internal.http.SandboxClock;
import io.github.ascjava.testing.internal.pki.Authority;
import io.github.ascjava.testing.internal.server.AcceptedKey;
import io.github.ascjava.testing.internal.server.Faults;
import io.github.ascjava.testing.internal.server.RequestBudget;
import io.github.ascjava.testing.internal.server.RequestPipeline;
import io.github.ascjava.testing.internal.server.RequestPreconditions;
import io.github.ascjava.testing.internal.server.SandboxHttpServer;
import io.github.ascjava.testing.internal.server.TokenCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The assembled parts of a running sandbox. */
final class SandboxRuntime implements AutoCloseable {

    final SandboxHttpServer front;
    final SandboxKey key;
    final SandboxState world;
    final SandboxClock clock;
    final SkewedClock shownClock;
    final TokenCheck tokens;
    final RequestPreconditions gate;
    final RequestBudget budget;
    final Faults faults = new Faults();
    final RequestJournal records;
    final @Nullable ControlEndpoints control;
    final @Nullable SandboxTls tls;
    private final int requestsPerHour;
    private final int requestsPerMinute;
    /** Created on first use; a server for other programs needs none. */
    private @Nullable AppStoreConnect client;

    private SandboxRuntime(Sandbox.Builder settings, SandboxHttpServer front, @Nullable SandboxTls tls) {
        this.front = front;
        this.tls = tls;
        this.requestsPerHour = settings.requestsPerHour;
        this.requestsPerMinute = settings.requestsPerMinute;
        this.key = settings.individual ? SandboxKey.individual() : SandboxKey.team();
        this.clock = new SandboxClock(settings.clock);
        this.shownClock = new SkewedClock(clock);
        this.records = new RequestJournal(clock);
        this.budget = new RequestBudget(clock);
        this.budget.limit(requestsPerHour, requestsPerMinute);
        AcceptedKey accepted = key.accepted(settings.role);
        this.tokens = new TokenCheck(accepted, shownClock);
        this.world = new SandboxState(
                Catalog.load(),
                clock,
                settings.seed,
                settings.liveDeviations ? EnumSet.allOf(Deviation.class) : EnumSet.noneOf(Deviation.class));
        world.listensAt(front.url());
        Authority authority = new Authority(clock.instant());
        Reference.fill(world);
        SigningContent signing = new SigningContent(Account.SANDBOX, authority);
        if (settings.fixtures != null) {
            new FixtureLoader(world, signing).load(settings.fixtures);
        } else if (!settings.empty) {
            Team.fill(world, signing);
        }
        Engine engine = new Engine(
                world.catalog(),
                world,
                ResourceHooks.all(
                        Account.SANDBOX, authority, settings.unusualReports, settings.uploadPartBytes, shownClock));
        this.gate = new RequestPreconditions(accepted, tokens, budget);
        RequestPipeline pipeline =
                new RequestPipeline(gate, budget, faults, records::record, shownClock, engine::handle);
        this.control = settings.control ? new ControlEndpoints(this, new FixtureLoader(world, signing)) : null;
        front.serve(control == null ? pipeline : pipeline.controlledBy(control::answer));
    }

    static SandboxRuntime start(Sandbox.Builder settings) {
        SandboxTls tls = settings.tls ? SandboxTls.create() : null;
        SandboxHttpServer front = null;
        try {
            front = listen(settings.port, tls);
            return new SandboxRuntime(settings, front, tls);
        } catch (RuntimeException | Error e) {
            close(front, tls);
            throw e;
        }
    }

    private static SandboxHttpServer listen(int port, @Nullable SandboxTls tls) {
        try {
            return SandboxHttpServer.listen(port, tls == null ? null : tls.sockets);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The sandbox cannot listen on port " + port + " of this machine: " + e.getMessage()
                            + ". Another program may use it; port 0 selects a free one.",
                    e);
        }
    }

    private static void close(@Nullable SandboxHttpServer front, @Nullable SandboxTls tls) {
        if (front != null) {
            front.close();
        }
        if (tls != null) {
            tls.close();
        }
    }

    synchronized AppStoreConnect client() {
        AppStoreConnect made = client;
        if (made == null) {
            made = clientBuilder().build();
            client = made;
        }
        return made;
    }

    AppStoreConnect.Builder clientBuilder() {
        AppStoreConnect.Builder builder = AppStoreConnect.builder(key.apiKey())
                .baseUrl(front.url().toString())
                .options(o -> o.clock(clock).sleeper(sleeper()));
        return tls == null ? builder : builder.httpClient(tls.client);
    }

    /** Waits take no real time: they advance the sandbox's time instead. */
    private Sleeper sleeper() {
        return duration -> {
            advance(duration);
            return CompletableFuture.completedFuture(null);
        };
    }

    void advance(Duration duration) {
        clock.advance(duration);
    }

    /** Restores the initial state, except for the resources and the time. */
    void reset() {
        faults.clear();
        records.clear();
        shownClock.skew(Duration.ZERO);
        gate.deny(null);
        budget.limit(requestsPerHour, requestsPerMinute);
        budget.refill();
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
        close(front, tls);
        world.close();
    }
}
