package io.github.ascjava.auth;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the current token of one key, and signs the next one when it is time.
 *
 * <p>A token is fresh, then stale, then expired. A fresh one is read without a lock. While it is stale, one thread
 * signs the next and all others continue with the old one, so no thread waits for a slow signer. Once it has expired,
 * or if there is none, all threads wait for one signature. If signing fails while the old token is still valid, only
 * the time of the next attempt changes.
 *
 * <p>Thread-safe.
 */
final class TokenCache {

    private static final Logger LOG = LoggerFactory.getLogger(TokenCache.class);

    private static final Duration RETRY_AFTER_FAILURE = Duration.ofSeconds(10);

    private final TokenSigner signer;
    private final ServerClock clock;
    private final String keyName;
    private final ReentrantLock signing = new ReentrantLock();
    private volatile TokenState state = TokenState.NONE;

    TokenCache(ApiKey key, ServerClock clock) {
        this.signer = new TokenSigner(key);
        this.clock = clock;
        this.keyName = key.toString();
    }

    /**
     * Returns a token that can be used now.
     *
     * @throws AuthenticationException if there is none and signing one failed
     * @throws InterruptedIOException if the thread was interrupted while another one was signing
     */
    Token get() throws AuthenticationException, InterruptedIOException {
        TokenState current = state;
        return current.isFresh(clock.millis()) ? current.requireToken() : refresh(current);
    }

    /**
     * Returns a token other than the one that Apple rejected.
     *
     * <p>Of the threads whose requests were rejected with the same token, only the first one signs.
     */
    Token replace(Token refused) throws AuthenticationException, InterruptedIOException {
        TokenState seen = state;
        lock();
        try {
            TokenState current = state;
            if (current.holdsOtherThan(refused) && current.isUsable(clock.millis())) {
                return current.requireToken();
            }
            if (current != seen && current.failure() != null) {
                return rethrow(current.failure());
            }
            state = TokenState.NONE;
            return sign();
        } finally {
            signing.unlock();
        }
    }

    /** Discards a token that Apple rejected, without signing another one yet. */
    void discard(Token refused) {
        // If another thread is signing, the next token is on its way.
        if (signing.tryLock()) {
            try {
                if (!state.holdsOtherThan(refused)) {
                    state = TokenState.NONE;
                }
            } finally {
                signing.unlock();
            }
        }
    }

    private Token refresh(TokenState seen) throws AuthenticationException, InterruptedIOException {
        if (seen.isUsable(clock.millis())) {
            if (!signing.tryLock()) {
                return seen.requireToken();
            }
        } else {
            lock();
        }
        try {
            TokenState current = state;
            if (current.isFresh(clock.millis())) {
                return current.requireToken();
            }
            if (current != seen && current.failure() != null && !current.isUsable(clock.millis())) {
                // Another thread failed while this one waited; retrying at once would only queue up behind a dead
                // signer.
                return rethrow(current.failure());
            }
            return sign();
        } finally {
            signing.unlock();
        }
    }

    /** Signs, then publishes: a failure must not leave a state that looks fresh. */
    private Token sign() throws AuthenticationException {
        TokenState old = state;
        Instant now = Instant.ofEpochMilli(clock.millis());
        try {
            Token token = signer.sign(now);
            state = TokenState.of(token, now);
            LOG.debug("Signed a token for {}, valid until {}", keyName, token.expiresAt());
            return token;
        } catch (RuntimeException e) {
            AuthenticationException failure = AuthenticationException.signing(failureOf(keyName), e);
            state = old.afterFailure(failure, now.plus(RETRY_AFTER_FAILURE).toEpochMilli());
            if (old.isUsable(now.toEpochMilli())) {
                LOG.warn("The next token for {} could not be signed yet; the current one is still valid", keyName);
                return old.requireToken();
            }
            throw failure;
        }
    }

    private static String failureOf(String keyName) {
        return "No token could be signed with " + keyName
                + (EllipticCurves.areMissing()
                        ? ": " + EllipticCurves.MISSING
                        : ". If the private key is in a token or a key service, check that its security provider is"
                                + " registered and reachable.");
    }

    private void lock() throws InterruptedIOException {
        try {
            signing.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for a token of " + keyName + ".");
        }
    }

    /** Each thread gets its own exception, with its own stack trace. */
    private static Token rethrow(AuthenticationException failure) throws AuthenticationException {
        throw AuthenticationException.signing(String.valueOf(failure.getMessage()), failure);
    }
}
