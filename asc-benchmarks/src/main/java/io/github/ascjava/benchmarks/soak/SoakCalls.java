package io.github.ascjava.benchmarks.soak;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.model.users.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the calls, alternating between their kinds, and compares their outcomes with the server's responses. */
final class SoakCalls {

    static final int RETRIES = 4;

    private static final int KINDS = 10;
    private static final int MOST_TRIES_OF_A_PAGE = 5;
    private static final Duration LONGEST_BEFORE_CANCEL = Duration.ofMillis(30);

    private final AppStoreConnect asc;
    private final SoakServer server;
    private final Attempts attempts;
    private final Tally tally;
    private final long seed;

    SoakCalls(AppStoreConnect asc, SoakServer server, Attempts attempts, Tally tally, long seed) {
        this.asc = asc;
        this.server = server;
        this.attempts = attempts;
        this.tally = tally;
        this.seed = seed;
    }

    void make(int call) {
        String id = "c" + call;
        switch (call % KINDS) {
            case 4 -> walk(call, asc.users().list(q -> q.filterUsername(id)), "walk");
            case 5 -> walk(call, asc.users().list(q -> q.filterUsername(id)).withPrefetch(), "walk, reading ahead");
            case 6 ->
                one(
                        call,
                        "create",
                        false,
                        () -> asc.betaGroups()
                                .create(b -> b.name(id).app("1"))
                                .execute()
                                .id());
            case 7 ->
                one(
                        call,
                        "update",
                        false,
                        () -> asc.betaGroups()
                                .update(id, b -> b.name(id))
                                .execute()
                                .id());
            case 8 -> async(call);
            case 9 -> cancelled(call);
            default ->
                one(call, "get", true, () -> asc.users().get(id).execute().id());
        }
    }

    private void one(int call, String operation, boolean read, Supplier<String> sending) {
        attempts.takeOwn();
        AscException failure = null;
        try {
            requireSame(call, "c" + call, sending.get());
        } catch (AscException e) {
            failure = e;
        }
        ended(call, 0, operation, read, attempts.takeOwn(), failure);
    }

    private void async(int call) {
        AscException failure = null;
        try {
            requireSame(
                    call,
                    "c" + call,
                    asc.users().get("c" + call).executeAsync().join().id());
        } catch (CompletionException e) {
            failure = ofAsync(call, e);
        }
        ended(call, 0, "get, asynchronous", true, null, failure);
    }

    private void cancelled(int call) {
        CompletableFuture<User> future = asc.users().get("c" + call).executeAsync();
        LockSupport.parkNanos(new SplittableRandom(seed ^ call).nextLong(LONGEST_BEFORE_CANCEL.toNanos()));
        if (future.cancel(true)) {
            tally.ended("get, to be cancelled", "cancelled");
            return;
        }
        AscException failure = null;
        try {
            requireSame(call, "c" + call, future.join().id());
        } catch (CancellationException e) {
            tally.violation("Call " + call + " was cancelled before it was cancelled.");
        } catch (CompletionException e) {
            failure = ofAsync(call, e);
        }
        ended(call, 0, "get, to be cancelled", true, null, failure);
    }

    /** A failed page is requested again by the same iterator, which must resume at that page. */
    private void walk(int call, PagedCall<User> list, String operation) {
        boolean ahead = operation.contains("ahead");
        List<String> ids = new ArrayList<>();
        Iterator<User> users = list.iterator();
        int page = 0;
        int tries = 0;
        attempts.takeOwn();
        while (true) {
            try {
                if (!users.hasNext()) {
                    break;
                }
                ids.add(users.next().id());
                if (ids.size() % SoakServer.USERS_ON_A_PAGE == 1) {
                    ended(call, page, operation, true, ahead ? null : attempts.takeOwn(), null);
                    page++;
                    tries = 0;
                }
            } catch (AscException e) {
                ended(call, page, operation, true, ahead ? null : attempts.takeOwn(), e);
                if (++tries == MOST_TRIES_OF_A_PAGE) {
                    return;
                }
            }
        }
        List<String> expected = new ArrayList<>();
        for (int p = 0; p < SoakServer.PAGES; p++) {
            for (int i = 0; i < SoakServer.USERS_ON_A_PAGE; i++) {
                expected.add("c" + call + "-" + p + "-" + i);
            }
        }
        if (!ids.equals(expected)) {
            tally.violation("Call " + call + " walked over " + ids);
        }
    }

    private void requireSame(int call, String expected, String actual) {
        if (!expected.equals(actual)) {
            tally.violation("Call " + call + " got " + actual);
        }
    }

    private @Nullable AscException ofAsync(int call, CompletionException e) {
        if (e.getCause() instanceof AscException failure) {
            return failure;
        }
        tally.violation("Call " + call + " failed with " + e.getCause());
        return null;
    }

    /**
     * Compares the outcome of a call, or of one page of a list, with the server's responses.
     *
     * @param read whether it was a GET
     * @param sent the number of attempts that the library reported, or null if unknown
     */
    private void ended(
            int call,
            int page,
            String operation,
            boolean read,
            @Nullable Integer sent,
            @Nullable AscException failure) {
        List<@Nullable Fault> served = server.take(call, page);
        tally.ended(operation, failure == null ? "a value" : failure.getClass().getSimpleName());
        String problem = problem(served, read, sent, failure);
        if (problem != null) {
            tally.violation(
                    "Call " + call + ", page " + page + " (" + operation + "): " + problem + "; the server responded "
                            + served + "; the outcome is " + (failure == null ? "a value" : failure));
        }
    }

    private static @Nullable String problem(
            List<@Nullable Fault> served, boolean read, @Nullable Integer sent, @Nullable AscException failure) {
        if (served.isEmpty()) {
            return "no request was received";
        }
        Fault last = served.get(served.size() - 1);
        if (failure == null
                ? last != null && last.exception() != null
                : last == null || last.exception() != failure.getClass()) {
            return "the outcome does not match the last response";
        }
        for (Fault earlier : served.subList(0, served.size() - 1)) {
            if (earlier == null || !(earlier.isSentAgain(read) || earlier == Fault.UNAUTHORIZED)) {
                return "it was retried after " + (earlier == null ? "a good response" : earlier);
            }
        }
        if (!read
                && served.stream()
                                .filter(f -> f == null || f.mayHaveBeenCarriedOut())
                                .count()
                        > 1) {
            return "it may have been carried out twice";
        }
        if (failure != null && sent != null && failure.attempts() != sent) {
            return "the exception reports " + failure.attempts() + " attempts, and it made " + sent;
        }
        return problemOfCount(served, read, failure == null ? sent : (Integer) failure.attempts(), failure, last);
    }

    private static @Nullable String problemOfCount(
            List<@Nullable Fault> served,
            boolean read,
            @Nullable Integer attempts,
            @Nullable AscException failure,
            @Nullable Fault last) {
        if (attempts == null) {
            return null;
        }
        long renewed = served.stream().filter(f -> f == Fault.UNAUTHORIZED).count();
        long resentByOkHttp = served.size() - renewed - attempts;
        long mostResent = served.stream()
                .filter(f -> f != null && f.mayBeResentByOkHttp(read))
                .count();
        if (resentByOkHttp < 0 || resentByOkHttp > mostResent) {
            return attempts + " attempts do not match the requests received";
        }
        boolean givenUp = failure != null && Objects.requireNonNull(last).isSentAgain(read);
        if (attempts > RETRIES + 1 || (givenUp && attempts != RETRIES + 1)) {
            return attempts + " attempts are not the expected number";
        }
        return null;
    }
}
