package io.github.ascjava.benchmarks;

import io.github.ascjava.auth.AppStoreConnectAuth;
import io.github.ascjava.auth.TeamKey;
import io.github.ascjava.auth.Token;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The cost of a token: reading a fresh one, which is nearly always the case, and signing, which happens about every
 * quarter of an hour.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TokenBenchmark {

    private final TeamKey key;
    private final AppStoreConnectAuth auth;

    /** Creates a key and an interceptor that all threads share. */
    public TokenBenchmark() {
        try {
            key = BenchmarkKeys.teamKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        auth = AppStoreConnectAuth.interceptor(key);
    }

    /** Signs the token that the threads read. */
    @Setup
    public void sign() throws IOException {
        auth.token();
    }

    /** One thread reads the current token. */
    @Benchmark
    @Threads(1)
    public Token readCachedToken() throws IOException {
        return auth.token();
    }

    /** Sixteen threads read the current token; with fewer cores than threads, each also waits for a core. */
    @Benchmark
    @Threads(16)
    public Token readCachedTokenBy16Threads() throws IOException {
        return auth.token();
    }

    /** A new interceptor has no token yet, so each call signs one. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Token signToken() throws IOException {
        return AppStoreConnectAuth.interceptor(key).token();
    }
}
