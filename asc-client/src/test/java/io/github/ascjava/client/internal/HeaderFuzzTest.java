package io.github.ascjava.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.ascjava.client.FuzzCost;
import io.github.ascjava.client.call.RateLimit;
import io.github.ascjava.client.error.InvalidResponseException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Whatever the headers and links of a response contain, they are parsed, ignored or rejected. */
class HeaderFuzzTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Request LIST = new Request.Builder()
            .url(
                    "https://api.appstoreconnect.apple.com/v1/apps?filter%5BbundleId%5D=a%2Cb&include=builds&limit=2&cursor=x")
            .build();

    @FuzzTest
    void rateLimit(byte[] bytes) {
        Headers headers = FuzzedAnswer.of(bytes).headers();

        RateLimit limit = FuzzCost.bounded(bytes.length, () -> RateLimit.of(headers));

        assertThat(RateLimit.of(Headers.of("X-Rate-Limit", asSent(limit)))).isEqualTo(limit);
        assertThat(limit.toString()).doesNotContain("null").matches("[ -~]+");
        if (limit.hourRemaining() != null) {
            assertThat(String.join(",", headers.values("X-Rate-Limit")).toLowerCase(Locale.ROOT))
                    .contains("user-hour-rem");
        }
    }

    @FuzzTest
    void retryAfter(byte[] bytes) {
        Headers headers = FuzzedAnswer.of(bytes).headers();

        Wait wait = FuzzCost.bounded(bytes.length, () -> new Wait(RetryAfter.of(headers, NOW)));

        Duration duration = wait.duration();
        String value = headers.get("Retry-After");
        if (duration != null) {
            assertThat(value).isNotNull();
            assertThat(duration).isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(Durations.of(duration)).matches("\\d+(\\.\\d)? s");
        }
        if (value != null && value.matches("[0-9]{1,9}")) {
            assertThat(duration).isEqualTo(Duration.ofSeconds(Long.parseLong(value)));
        }
    }

    @FuzzTest
    void nextLink(byte[] bytes) {
        String link = new String(bytes, StandardCharsets.UTF_8);
        Object outcome = FuzzCost.bounded(bytes.length, () -> following(link));
        if (outcome instanceof InvalidResponseException refusal) {
            assertThat(refusal.getMessage()).startsWith("GET /v1/apps: ").doesNotContainPattern("\\p{Cc}");
            return;
        }
        HttpUrl url = (HttpUrl) outcome;
        HttpUrl linked = LIST.url().resolve(link);
        assertThat(linked).isNotNull();
        assertThat(url.scheme() + url.host() + url.port())
                .isEqualTo(LIST.url().scheme() + LIST.url().host() + LIST.url().port());
        assertThat(url.toString()).hasSizeLessThanOrEqualTo(RequestValidator.LONGEST_URL);
        for (String name : url.queryParameterNames()) {
            assertThat(url.queryParameterValues(name))
                    .as("values of %s", name)
                    .isEqualTo(
                            linked.queryParameterNames().contains(name)
                                    ? linked.queryParameterValues(name)
                                    : LIST.url().queryParameterValues(name));
        }
        for (String name : LIST.url().queryParameterNames()) {
            assertThat(url.queryParameterNames().contains(name) || name.equals("cursor"))
                    .as("has %s", name)
                    .isTrue();
        }
        assertThat(url.queryParameterNames()).containsAll(linked.queryParameterNames());
        assertThat(url.queryParameterNames().contains("cursor"))
                .isEqualTo(linked.queryParameterNames().contains("cursor"));
    }

    private static Object following(String link) {
        try {
            return NextLink.follow(LIST, link, new LinkScope(LIST.url().resolve("/")))
                    .url();
        } catch (InvalidResponseException e) {
            return e;
        }
    }

    private static String asSent(RateLimit limit) {
        return asSent("user-hour-lim", limit.hourLimit())
                + asSent("user-hour-rem", limit.hourRemaining())
                + asSent("user-minute-lim", limit.minuteLimit())
                + asSent("user-minute-rem", limit.minuteRemaining());
    }

    private static String asSent(String name, @Nullable Integer number) {
        return number == null ? "" : name + ":" + number + ";";
    }

    private record Wait(@Nullable Duration duration) {}
}
