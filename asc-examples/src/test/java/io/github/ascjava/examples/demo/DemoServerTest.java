package io.github.ascjava.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.apps.ListApps;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.NotFoundException;
import io.github.ascjava.client.error.UnauthorizedException;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.provisioning.BundleId;
import io.github.ascjava.client.model.provisioning.BundleIdInclude;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demo server is no help if it accepts what Apple refuses. */
class DemoServerTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @SuppressWarnings("NullAway.Init")
    private DemoServer demo;

    @BeforeEach
    void start() throws IOException {
        demo = DemoServer.start(CLOCK);
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Test
    void answersInPagesThatTheClientWalksOver() {
        try (AppStoreConnect asc = open(demo.key(), CLOCK)) {
            assertThat(asc.apps().list(q -> q.sort(ListApps.Sort.NAME_DESC).limit(1)))
                    .extracting(App::name)
                    .containsExactly("Your Next Cortado", "Trail Ledger", "Lumière", "Gezeiten");
        }
    }

    @Test
    void includesWhatIsAskedForAndNothingElse() {
        try (AppStoreConnect asc = open(demo.key(), CLOCK)) {
            BundleId bare = asc.bundleIds().get("NLRN94JD59").execute();
            BundleId full = asc.bundleIds()
                    .list(q -> q.include(BundleIdInclude.APP))
                    .execute()
                    .data()
                    .get(0);

            assertThat(bare.app().hasData()).isFalse();
            assertThat(full.app().included()).get().extracting(App::name).isEqualTo("Your Next Cortado");
        }
    }

    @Test
    void refusesAParameterThatItDoesNotKnow() {
        try (AppStoreConnect asc = open(demo.key(), CLOCK)) {
            assertThatThrownBy(() -> asc.apps()
                            .list(q -> q.param("filter[colour]", "red"))
                            .execute())
                    .asInstanceOf(type(ApiException.class))
                    .satisfies(e ->
                            assertThat(e.hasCode("PARAMETER_ERROR.ILLEGAL")).isTrue());
        }
    }

    @Test
    void refusesAnUnknownId() {
        try (AppStoreConnect asc = open(demo.key(), CLOCK)) {
            assertThatThrownBy(() -> asc.apps().get("42").execute())
                    .isInstanceOf(NotFoundException.class)
                    .hasMessage("GET /v1/apps/{id}: 404 NOT_FOUND There is no resource of type 'apps' with id '42'");
        }
    }

    @Test
    void refusesWrites() {
        try (AppStoreConnect asc = open(demo.key(), CLOCK)) {
            assertThatThrownBy(() -> asc.users().delete("42").execute())
                    .asInstanceOf(type(ApiException.class))
                    .extracting(ApiException::status)
                    .isEqualTo(405);
        }
    }

    @Test
    void refusesTheTokenOfAnotherKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        ApiKey stranger = ApiKey.team(
                "57246542-96fe-1a63-e053-0824d011072a",
                "2X9R4HXF34",
                generator.generateKeyPair().getPrivate());
        try (AppStoreConnect asc = open(stranger, CLOCK)) {
            assertThatThrownBy(() -> asc.apps().list().execute()).isInstanceOf(UnauthorizedException.class);
        }
    }

    @Test
    void refusesAnExpiredTokenUntilTheClientHasLearntTheTime() {
        Clock late = Clock.offset(CLOCK, Duration.ofHours(-1));
        try (AppStoreConnect asc = open(demo.key(), late)) {
            assertThat(asc.apps().list().execute().data()).hasSize(4);
            assertThat(asc.auth().clockOffset()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
        }
    }

    private AppStoreConnect open(ApiKey key, Clock clock) {
        return AppStoreConnect.builder(key)
                .baseUrl(demo.baseUrl())
                .auth(auth -> auth.clock(clock))
                .build();
    }
}
