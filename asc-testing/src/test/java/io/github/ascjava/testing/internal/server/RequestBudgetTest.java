package io.github.ascjava.testing.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.testing.internal.server.Front.Got;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RequestBudgetTest {

    @RegisterExtension
    final Front front = Front.forTeam();

    @Test
    void everyResponseReportsTheRemainingRequests() {
        assertThat(call().headers().values("X-Rate-Limit")).containsExactly("user-hour-lim:3600;user-hour-rem:3599;");
        assertThat(call().headers().values("X-Rate-Limit")).containsExactly("user-hour-lim:3600;user-hour-rem:3598;");
        assertThat(front.get("/v1/apps").headers().values("X-Rate-Limit"))
                .containsExactly("user-hour-lim:3600;user-hour-rem:3598;");
    }

    @Test
    void rejectsInApplesWordsWhenItIsUsedUp() {
        front.budget().limit(1, 0);
        call();

        Got answer = call();

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers().get("X-Rate-Limit")).isEqualTo("user-hour-lim:1;user-hour-rem:0;");
        assertThat(answer.body())
                .isEqualTo("{\"errors\":[{\"status\":\"429\",\"code\":\"RATE_LIMIT_EXCEEDED\","
                        + "\"title\":\"The request rate limit has been reached.\","
                        + "\"detail\":\"We've received too many requests for this API. Please wait and try again or slow"
                        + " down your request rate.\"}]}");
    }

    @Test
    void comesBackRequestByRequestAfterAnHour() {
        front.budget().limit(2, 0);
        call();
        front.clock().advance(Duration.ofMinutes(10));
        call();
        assertThat(call().status()).isEqualTo(429);

        front.clock().advance(Duration.ofMinutes(50).minusMillis(1));
        assertThat(call().status()).isEqualTo(429);

        front.clock().advance(Duration.ofMillis(1));
        assertThat(call().status()).isEqualTo(200);
        assertThat(call().status()).isEqualTo(429);
    }

    @Test
    void aBudgetPerMinuteHasAHeaderOfItsOwn() {
        front.budget().limit(3600, 2);
        call();

        assertThat(call().headers().values("X-Rate-Limit"))
                .containsExactly("user-hour-lim:3600;user-hour-rem:3598;", "user-minute-lim:2;user-minute-rem:0;");
        assertThat(call().status()).isEqualTo(429);

        front.clock().advance(Duration.ofMinutes(1));
        assertThat(call().status()).isEqualTo(200);
    }

    @Test
    void withoutLimitsThereIsNoHeader() {
        front.budget().limit(0, 0);

        assertThat(call().headers().values("X-Rate-Limit")).isEmpty();
    }

    @Test
    void takesNoNegativeLimit() {
        assertThatThrownBy(() -> front.budget().limit(-1, 0))
                .hasMessage("A limit is 0 (none) or more, but they were -1 per hour and 0 per minute.");
    }

    private Got call() {
        return front.get("/v1/apps", front.goodToken());
    }
}
