package io.github.ascjava.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.testing.SandboxExtension;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;

/** What the health of an application says about App Store Connect. */
class HealthTest {

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension();

    @Test
    void aClientIsUpIfItsKeySignsAndSendsNothing() {
        int before = SANDBOX.requests().size();
        Contexts.on(SANDBOX).run(context -> {
            Health health = health(context);

            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails())
                    .containsOnlyKeys("key", "tokenExpiresAt", "rateLimit")
                    .containsEntry("key", "TeamKey[2X9R4HXF34]")
                    .containsEntry("rateLimit", "unknown");
        });
        assertThat(SANDBOX.requests()).hasSize(before);
    }

    @Test
    void theLastCallAndTheRateLimitAreShown() {
        Contexts.on(SANDBOX)
                .withPropertyValues("ascjava.client.retry.max-retries=0")
                .run(context -> {
                    AppStoreConnect asc = context.getBean(AppStoreConnect.class);
                    asc.apps().list().execute();
                    assertThat(lastCall(health(context)))
                            .containsEntry("operation", "GET /v1/apps")
                            .containsEntry("outcome", "200")
                            .containsEntry("attempts", 1);
                    assertThat(String.valueOf(health(context).getDetails().get("rateLimit")))
                            .contains("of 3600 requests left this hour");

                    SANDBOX.failNext(500);
                    assertThat(asc.apps().list().executeAsync()).failsWithin(Duration.ofSeconds(10));
                    assertThat(lastCall(health(context))).containsEntry("outcome", "500");
                    assertThat(health(context).getStatus()).isEqualTo(Status.UP);
                });
    }

    @Test
    void aKeyThatCannotSignIsDown() {
        Contexts.plain()
                .withPropertyValues(Contexts.url(SANDBOX))
                .withBean(ApiKey.class, () -> ApiKey.individual("2X9R4HXF34", new UselessKey()))
                .run(context -> {
                    Health health = health(context);

                    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
                    assertThat(health.getDetails())
                            .containsEntry("key", "IndividualKey[2X9R4HXF34]")
                            .containsKey("error");
                });
    }

    @Test
    void aProbeCallsApple() {
        Contexts.on(SANDBOX).withPropertyValues("ascjava.health.probe=true").run(context -> {
            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
            assertThat(lastCall(health(context))).containsEntry("operation", "GET /v1/apps");

            SANDBOX.failNext(503);
            Health health = health(context);
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(lastCall(health)).containsEntry("outcome", "503").containsEntry("attempts", 1);
        });
    }

    @Test
    void severalClientsHaveAnEntryEach() {
        Contexts.on(SANDBOX)
                .withPropertyValues(Contexts.key("ascjava.keys.emea", SANDBOX))
                .run(context -> {
                    context.getBean("emeaAppStoreConnect", AppStoreConnect.class)
                            .apps()
                            .list()
                            .execute();
                    CompositeHealthContributor all = context.getBean(CompositeHealthContributor.class);

                    assertThat(all.stream().map(HealthContributors.Entry::name))
                            .containsExactlyInAnyOrder("default", "emea");
                    assertThat(health(all.getContributor("emea")).getDetails()).containsKey("lastCall");
                    assertThat(health(all.getContributor("default")).getDetails())
                            .doesNotContainKey("lastCall");
                });
    }

    @Test
    void itCanBeSwitchedOffAndNeedsNoActuator() {
        Contexts.on(SANDBOX)
                .withPropertyValues("management.health.appstoreconnect.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthContributor.class));
        Contexts.on(SANDBOX)
                .withClassLoader(new FilteredClassLoader(
                        "org.springframework.boot.health", "org.springframework.boot.actuate", "io.micrometer"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(AppStoreConnect.class));
    }

    private static Health health(AssertableApplicationContext context) {
        return health(context.getBean("appStoreConnectHealthContributor", HealthContributor.class));
    }

    private static Health health(@Nullable HealthContributor contributor) {
        assertThat(contributor).isInstanceOf(HealthIndicator.class);
        Health health = contributor instanceof HealthIndicator indicator ? indicator.health() : null;
        return Objects.requireNonNull(health);
    }

    private static Map<String, Object> lastCall(Health health) {
        Map<String, Object> call = new HashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(health.getDetails().get("lastCall")))
                .forEach((name, value) -> call.put(String.valueOf(name), Objects.requireNonNull(value)));
        return call;
    }

    /** As of a token that was pulled out. */
    private static final class UselessKey implements PrivateKey {

        private static final long serialVersionUID = 1L;

        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        @SuppressWarnings("NullAway") // The contract of keys that have no encoding.
        public String getFormat() {
            return null;
        }

        @Override
        @SuppressWarnings("NullAway")
        public byte[] getEncoded() {
            return null;
        }
    }
}
