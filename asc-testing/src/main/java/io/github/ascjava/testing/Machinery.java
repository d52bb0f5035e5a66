package io.github.ascjava.testing;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.Sleeper;
import io.github.ascjava.testing.behaviour.Behaviours;
import io.github.ascjava.testing.behaviour.common.Account;
import io.github.ascjava.testing.catalogue.Catalogue;
import io.github.ascjava.testing.engine.Deviation;
import io.github.ascjava.testing.engine.Engine;
import io.github.ascjava.testing.engine.World;
import io.github.ascjava.testing.http.SandboxClock;
import io.github.ascjava.testing.pki.Authority;
import io.github.ascjava.testing.seed.Reference;
import io.github.ascjava.testing.seed.Team;
import io.github.ascjava.testing.server.AcceptedKey;
import io.github.ascjava.testing.server.Faults;
import io.github.ascjava.testing.server.Gate;
import io.github.ascjava.testing.server.HttpFront;
import io.github.ascjava.testing.server.RequestBudget;
import io.github.ascjava.testing.server.Service;
import io.github.ascjava.testing.server.TokenCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The parts of a sandbox that runs, put together. */
final class Machinery implements AutoCloseable {

    private final HttpFront front;
    private final SandboxKey key;
    private final World world;
    private final SandboxClock clock;
    private final SkewedClock shownClock;
    private final TokenCheck tokens;
    private final RequestBudget budget;
    private final int requestsPerHour;
    private final int requestsPerMinute;
    private final Faults faults = new Faults();
    private final Records records;
    /** Made when it is first asked for; a server for other programs needs none. */
    private @Nullable AppStoreConnect client;

    private Machinery(Sandbox.Builder settings, HttpFront front) {
        this.front = front;
        this.requestsPerHour = settings.requestsPerHour;
        this.requestsPerMinute = settings.requestsPerMinute;
        this.key = settings.individual ? SandboxKey.individual() : SandboxKey.team();
        this.clock = new SandboxClock(settings.clock);
        this.shownClock = new SkewedClock(clock);
        this.records = new Records(clock);
        this.budget = new RequestBudget(clock);
        this.budget.limit(requestsPerHour, requestsPerMinute);
        AcceptedKey accepted = key.accepted();
        this.tokens = new TokenCheck(accepted, shownClock);
        this.world = new World(
                Catalogue.load(),
                clock,
                settings.seed,
                settings.liveDeviations ? EnumSet.allOf(Deviation.class) : EnumSet.noneOf(Deviation.class));
        world.listensAt(front.url());
        Authority authority = new Authority(clock.instant());
        Reference.fill(world);
        if (!settings.empty) {
            Team.fill(world, Account.SANDBOX, authority);
        }
        Engine engine = new Engine(world.catalogue(), world, Behaviours.all(Account.SANDBOX, authority));
        Gate gate = new Gate(accepted, tokens, budget);
        front.serve(new Service(gate, budget, faults, records, shownClock, engine::handle));
    }

    static Machinery start(Sandbox.Builder settings) {
        HttpFront front = listen(settings.port);
        try {
            return new Machinery(settings, front);
        } catch (RuntimeException | Error e) {
            front.close();
            throw e;
        }
    }

    private static HttpFront listen(int port) {
        try {
            return HttpFront.listen(port);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The sandbox cannot listen on port " + port + " of this machine: " + e.getMessage()
                            + ". Another program may have it; port 0 takes any that is free.",
                    e);
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
        return AppStoreConnect.builder(key.apiKey())
                .baseUrl(front.url().toString())
                .clock(clock)
                .sleeper(sleeper());
    }

    /** Waiting costs no real time: the sandbox's time passes instead. */
    private Sleeper sleeper() {
        return duration -> {
            advance(duration);
            return CompletableFuture.completedFuture(null);
        };
    }

    void advance(Duration duration) {
        clock.advance(duration);
    }

    /** Back to what it was when it started, but for the resources and the time. */
    void reset() {
        faults.clear();
        records.clear();
        shownClock.skew(Duration.ZERO);
        budget.limit(requestsPerHour, requestsPerMinute);
        budget.refill();
    }

    HttpFront front() {
        return front;
    }

    SandboxKey key() {
        return key;
    }

    World world() {
        return world;
    }

    SandboxClock clock() {
        return clock;
    }

    SkewedClock shownClock() {
        return shownClock;
    }

    TokenCheck tokens() {
        return tokens;
    }

    RequestBudget budget() {
        return budget;
    }

    Faults faults() {
        return faults;
    }

    Records records() {
        return records;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
        front.close();
        world.close();
    }
}
