package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.call.RateLimit;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user-hour-lim:3500;user-hour-rem:500;",
                "user-hour-lim:3500;user-hour-rem:500",
                " user-hour-rem : 500 ; user-hour-lim : 3500 ",
                "USER-HOUR-LIM:3500;User-Hour-Rem:500;",
                "user-day-lim:9;user-hour-lim:3500;;x;:1;user-hour-rem:500;user-minute-lim:;",
                "user-hour-lim:3500,user-hour-rem:500",
                "user-hour-lim:1;user-hour-lim:3500;user-hour-lim:x;user-hour-rem:500",
                "user-hour-lim:+3500;user-hour-limit:1;hour-lim:2;user-hour-rem:500;user-hour-rem:500:1"
            })
    void theHourIsReadInEveryForm(String header) {
        assertThat(of(header)).isEqualTo(new RateLimit(3500, 500, null, null));
    }

    @Test
    void hourAndMinuteMayComeAsTwoHeaders() {
        assertThat(of("user-hour-lim:3600;user-hour-rem:3000;", "user-minute-lim:150;user-minute-rem:149;"))
                .isEqualTo(new RateLimit(3600, 3000, 150, 149));
    }

    @Test
    void theMinuteMayComeAlone() {
        assertThat(of("user-minute-lim:250;user-minute-rem:-1;")).isEqualTo(new RateLimit(null, null, 250, -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "garbage", "user-hour-lim", "user-hour-lim:many;user-hour-rem:99999999999", "a:1"})
    void whatCannotBeReadIsUnknown(String header) {
        assertThat(of(header)).isSameAs(RateLimit.UNKNOWN);
    }

    @Test
    void noHeaderIsUnknown() {
        assertThat(of()).isSameAs(RateLimit.UNKNOWN);
    }

    @Test
    void theNameOfTheHeaderIsTakenInAnyCase() {
        assertThat(RateLimit.of(Headers.of("x-rate-limit", "user-hour-rem:1")))
                .isEqualTo(new RateLimit(null, 1, null, null));
    }

    @Test
    void theBudgetIsSaidInWords() {
        assertThat(new RateLimit(3600, 12, null, null)).hasToString("12 of 3600 requests left this hour");
        assertThat(new RateLimit(3600, null, 150, -1))
                .hasToString("? of 3600 requests left this hour, -1 of 150 requests left this minute");
        assertThat(new RateLimit(null, null, null, 3)).hasToString("3 of ? requests left this minute");
        assertThat(RateLimit.UNKNOWN).hasToString("unknown");
    }

    private static RateLimit of(String... values) {
        Headers.Builder headers = new Headers.Builder();
        for (String value : values) {
            headers.add("X-Rate-Limit", value);
        }
        return RateLimit.of(headers.build());
    }
}
