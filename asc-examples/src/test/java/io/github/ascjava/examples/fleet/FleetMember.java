package io.github.ascjava.examples.fleet;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.error.RateLimiterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;

/** A program of its own, in a JVM of its own, that makes as many calls as the fleet's budget lets it. */
final class FleetMember {

    /** So few an hour come back that a test sees none. */
    static final int PER_HOUR = 21;

    static final int AT_ONCE = 20;

    private FleetMember() {}

    /** Takes the URI of Redis, the URL of the API and a number of calls; prints how many of them were sent. */
    public static void main(String[] args) {
        try (RedisRateLimiter limiter = RedisRateLimiter.connect(args[0], PER_HOUR, AT_ONCE);
                AppStoreConnect asc = AppStoreConnect.builder(key())
                        .baseUrl(args[1])
                        .options(o -> o.rateLimiter(limiter))
                        .build()) {
            int sent = 0;
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                try {
                    asc.apps().list().execute();
                    sent++;
                } catch (RateLimiterException e) {
                    // Not this one, then.
                }
            }
            System.out.println(sent);
        }
    }

    static Process start(String redis, String api, int calls) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FleetMember.class.getName(),
                        redis,
                        api,
                        String.valueOf(calls))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static String result(Process member) throws IOException {
        return new String(member.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    static ApiKey key() {
        return key("2X9R4HXF34");
    }

    static ApiKey key(String keyId) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return ApiKey.team(
                    "57246542-96fe-1a63-e053-0824d011072a",
                    keyId,
                    generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
