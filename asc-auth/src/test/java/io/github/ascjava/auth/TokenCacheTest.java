package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InterruptedIOException;
import java.security.SignatureException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The clock moves only when a test moves it, and a test can block the signing device. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TokenCacheTest {

    /** A token of 19 minutes, backdated by one, is fresh for 18 minutes less 30 seconds and less two minutes. */
    private static final Duration FRESH = Duration.ofMinutes(15).plusSeconds(30);

    private static final Duration USABLE = FRESH.plusMinutes(2);
    private static final Duration TICK = Duration.ofMillis(1);

    private final MutableClock clock = new MutableClock("2026-03-01T12:00:00Z");
    private final OpaqueKeys.Key device = new OpaqueKeys.Key(TestKey.generate());
    private final ApiKey key = ApiKey.individual("2X9R4HXF34", device);
    private final TokenCache cache = new TokenCache(key, new ServerClock(clock, Duration.ofDays(1)));

    /** Opened by a test to let the device sign. */
    private final CountDownLatch open = new CountDownLatch(1);
    /** Opened by the device when it begins to sign. */
    private final CountDownLatch entered = new CountDownLatch(1);

    private OpaqueKeys provider;

    @BeforeEach
    void registerProvider() {
        provider = OpaqueKeys.register();
    }

    @AfterEach
    void removeProvider() {
        open.countDown();
        provider.close();
    }

    @Test
    void aFreshTokenIsUsedAgain() throws Exception {
        Token first = cache.get();
        clock.advance(FRESH.minus(TICK));

        assertThat(cache.get()).isSameAs(first);
        assertThat(device.attempts()).isEqualTo(1);
    }

    @Test
    void aDiscardedTokenBlocksNoThread() throws Exception {
        Token refused = cache.get();
        cache.discard(refused);
        Crowd<Token> other = new Crowd<>(cache::get);

        other.start();

        assertThat(other.results()).doesNotContain(refused);
    }

    @Test
    void aStaleTokenIsReplacedByANewOne() throws Exception {
        Token first = cache.get();
        clock.advance(FRESH);

        Token second = cache.get();

        assertThat(second.value()).isNotEqualTo(first.value());
        assertThat(second.issuedAt()).isEqualTo(first.issuedAt().plus(FRESH));
        assertThat(cache.get()).isSameAs(second);
        assertThat(device.attempts()).isEqualTo(2);
    }

    @Test
    void aShortTokenIsUsedForHalfOfItsRest() throws Exception {
        ApiKey shortLived = key.withTokenSettings(TokenSettings.lifetime(Duration.ofMinutes(2)));
        TokenCache shortCache = new TokenCache(shortLived, new ServerClock(clock, Duration.ofDays(1)));
        Token first = shortCache.get();

        clock.advance(Duration.ofSeconds(30).minus(TICK));
        assertThat(shortCache.get()).isSameAs(first);

        clock.advance(TICK);
        assertThat(shortCache.get()).isNotSameAs(first);
    }

    @Test
    void whileOneSignsTheOthersGoOnWithTheStaleToken() throws Exception {
        Token stale = cache.get();
        clock.advance(FRESH);
        stopTheDevice();
        Crowd<Token> signer = new Crowd<>(cache::get);
        signer.start();
        entered.await();

        Crowd<Token> others = new Crowd<>(cache::get);
        others.start(8);

        assertThat(others.results()).hasSize(8).allMatch(token -> token == stale);
        open.countDown();
        Token next = signer.results().get(0);
        assertThat(next).isNotSameAs(stale);
        assertThat(cache.get()).isSameAs(next);
        assertThat(device.attempts()).isEqualTo(2);
    }

    @Test
    void withAnExpiredTokenAllWaitForOneSignature() throws Exception {
        cache.get();
        clock.advance(USABLE);
        stopTheDevice();
        Crowd<Token> crowd = new Crowd<>(cache::get);
        crowd.start(16);
        crowd.awaitStandstill();

        open.countDown();

        assertThat(crowd.results()).hasSize(16).containsOnly(cache.get());
        assertThat(device.attempts()).isEqualTo(2);
    }

    @Test
    void aTokenIsUsableUntilThirtySecondsBeforeItsEnd() throws Exception {
        Token stale = cache.get();
        clock.advance(USABLE.minus(TICK));
        breakTheDevice();
        assertThat(cache.get()).isSameAs(stale);

        clock.advance(TICK);

        assertThat(stale.expiresAt()).isEqualTo(clock.instant().plusSeconds(30));
        assertThatExceptionOfType(AuthenticationException.class).isThrownBy(cache::get);
    }

    @Test
    void aFailureWhileTheTokenIsStaleIsTriedAgainAfterTenSeconds() throws Exception {
        Token stale = cache.get();
        clock.advance(FRESH);
        breakTheDevice();

        try (LogLines log = LogLines.capture()) {
            assertThat(cache.get()).isSameAs(stale);
            assertThat(log.of("WARN"))
                    .containsExactly(
                            "TokenCache - The next token for IndividualKey[2X9R4HXF34] could not be signed yet; the"
                                    + " current one is still valid");
        }
        clock.advance(Duration.ofSeconds(10).minus(TICK));
        assertThat(cache.get()).isSameAs(stale);
        assertThat(device.attempts()).isEqualTo(2);

        clock.advance(TICK);
        device.beforeSigning(() -> {});
        assertThat(cache.get()).isNotSameAs(stale);
        assertThat(device.attempts()).isEqualTo(3);
    }

    @Test
    void aFailureWithoutUsableTokenReachesAllWaitingThreadsAfterOneAttempt() throws Exception {
        device.beforeSigning(() -> {
            entered.countDown();
            open.await();
            throw new SignatureException("The card was pulled out.");
        });
        Crowd<Token> crowd = new Crowd<>(cache::get);
        crowd.start(16);
        crowd.awaitStandstill();

        open.countDown();

        List<Throwable> failures = crowd.failures();
        assertThat(new HashSet<>(failures)).as("one exception per thread").hasSize(16);
        assertThat(failures)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(AuthenticationException.class)
                        .hasMessage("No token could be signed with IndividualKey[2X9R4HXF34]. If the private key is in"
                                + " a token or"
                                + " a key service, check that its security provider is registered and"
                                + " reachable.")
                        .hasRootCauseMessage("The card was pulled out."));
        assertThat(device.attempts()).isEqualTo(1);
    }

    @Test
    void afterAFailureWithoutUsableTokenTheNextCallTriesAgain() throws Exception {
        breakTheDevice();
        assertThatExceptionOfType(AuthenticationException.class).isThrownBy(cache::get);
        assertThatExceptionOfType(AuthenticationException.class).isThrownBy(cache::get);
        assertThat(device.attempts()).isEqualTo(2);

        device.beforeSigning(() -> {});

        assertThat(cache.get()).isNotNull();
    }

    @Test
    void aClockSetBackGetsATokenOfItsOwnTime() throws Exception {
        Token first = cache.get();
        clock.advance(Duration.ofHours(-2));

        Token second = cache.get();

        assertThat(second).isNotSameAs(first);
        assertThat(second.issuedAt()).isEqualTo(Instant.parse("2026-03-01T09:59:00Z"));
        assertThat(cache.get()).isSameAs(second);
    }

    @Test
    void aClockSetBackByLessThanTheBackdatingKeepsTheToken() throws Exception {
        Token first = cache.get();
        clock.advance(Duration.ofMinutes(-1));
        assertThat(cache.get()).isSameAs(first);

        clock.advance(TICK.negated());
        assertThat(cache.get()).isNotSameAs(first);
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() throws Exception {
        stopTheDevice();
        Crowd<Token> signer = new Crowd<>(cache::get);
        signer.start();
        entered.await();
        Crowd<Boolean> waiting = new Crowd<>(() -> {
            assertThatExceptionOfType(InterruptedIOException.class)
                    .isThrownBy(cache::get)
                    .withMessage("Interrupted while waiting for a token of IndividualKey[2X9R4HXF34].");
            return Thread.currentThread().isInterrupted();
        });
        Thread waiter = waiting.start();
        waiting.awaitStandstill();

        waiter.interrupt();

        assertThat(waiting.results()).containsExactly(true);
        open.countDown();
        assertThat(signer.results()).hasSize(1);
    }

    @Test
    void aRejectedTokenIsReplacedByANewOne() throws Exception {
        Token refused = cache.get();

        Token other = cache.replace(refused);

        assertThat(other.value()).isNotEqualTo(refused.value());
        assertThat(cache.get()).isSameAs(other);
    }

    @Test
    void aTokenRejectedLateIsReplacedByTheCurrentOne() throws Exception {
        Token refused = cache.get();
        Token current = cache.replace(refused);

        assertThat(cache.replace(refused)).isSameAs(current);
        assertThat(device.attempts()).isEqualTo(2);
    }

    @Test
    void aRejectedTokenIsNotHandedOutAgainWhenTheSignerFails() throws Exception {
        Token refused = cache.get();
        breakTheDevice();

        assertThatExceptionOfType(AuthenticationException.class).isThrownBy(() -> cache.replace(refused));
        assertThatExceptionOfType(AuthenticationException.class).isThrownBy(cache::get);

        device.beforeSigning(() -> {});
        assertThat(cache.get()).isNotSameAs(refused);
    }

    @Test
    void manyThreadsRejectedWithOneTokenShareOneNewToken() throws Exception {
        Token refused = cache.get();
        stopTheDevice();
        Crowd<Token> crowd = new Crowd<>(() -> cache.replace(refused));
        crowd.start(64);
        crowd.awaitStandstill();

        open.countDown();

        assertThat(crowd.results()).hasSize(64).containsOnly(cache.get()).doesNotContain(refused);
        assertThat(device.attempts()).isEqualTo(2);
    }

    @Test
    void manyThreadsRejectedWithOneTokenShareOneFailure() throws Exception {
        Token refused = cache.get();
        device.beforeSigning(() -> {
            open.await();
            throw new SignatureException("The card was pulled out.");
        });
        Crowd<Token> crowd = new Crowd<>(() -> cache.replace(refused));
        crowd.start(16);
        crowd.awaitStandstill();

        open.countDown();

        assertThat(crowd.failures()).hasSize(16).allMatch(AuthenticationException.class::isInstance);
        assertThat(device.attempts()).isEqualTo(2);
    }

    /** Without a latch in the device: the threads race freely, round after round. */
    @Test
    void aStampedeSignsOncePerRound() throws Exception {
        int threads = 64;
        int rounds = 200;
        CyclicBarrier round = new CyclicBarrier(threads, () -> clock.advance(USABLE));
        Crowd<Integer> crowd = new Crowd<>(() -> {
            HashSet<String> seen = new HashSet<>();
            for (int i = 0; i < rounds; i++) {
                round.await(50, TimeUnit.SECONDS);
                seen.add(cache.get().value());
            }
            return seen.size();
        });
        crowd.start(threads);

        assertThat(crowd.results()).hasSize(threads).containsOnly(rounds);
        assertThat(device.attempts()).isEqualTo(rounds);
    }

    @Test
    void aStampedeForAStaleTokenSignsOncePerRound() throws Exception {
        int threads = 64;
        int rounds = 200;
        CyclicBarrier round = new CyclicBarrier(threads, () -> clock.advance(FRESH));
        Crowd<Integer> crowd = new Crowd<>(() -> {
            int usable = 0;
            for (int i = 0; i < rounds; i++) {
                round.await(50, TimeUnit.SECONDS);
                usable += cache.get().expiresAt().isAfter(clock.instant()) ? 1 : 0;
            }
            return usable;
        });
        crowd.start(threads);

        assertThat(crowd.results()).hasSize(threads).containsOnly(rounds);
        assertThat(device.attempts()).isEqualTo(rounds);
    }

    /** The same with tokens that Apple rejects. */
    @Test
    void aStampedeOfRejectionsSignsOncePerRound() throws Exception {
        int threads = 64;
        int rounds = 200;
        Token[] refused = {cache.get()};
        CyclicBarrier round = new CyclicBarrier(threads);
        Crowd<Boolean> crowd = new Crowd<>(() -> {
            boolean alwaysAnother = true;
            for (int i = 0; i < rounds; i++) {
                round.await(50, TimeUnit.SECONDS);
                Token old = refused[0];
                round.await(50, TimeUnit.SECONDS);
                Token other = cache.replace(old);
                alwaysAnother &= other != old;
                refused[0] = other;
            }
            return alwaysAnother;
        });
        crowd.start(threads);

        assertThat(crowd.results()).hasSize(threads).containsOnly(true);
        assertThat(device.attempts()).isEqualTo(1 + rounds);
    }

    private void stopTheDevice() {
        device.beforeSigning(() -> {
            entered.countDown();
            open.await();
        });
    }

    private void breakTheDevice() {
        device.beforeSigning(() -> {
            throw new SignatureException("The card was pulled out.");
        });
    }
}
