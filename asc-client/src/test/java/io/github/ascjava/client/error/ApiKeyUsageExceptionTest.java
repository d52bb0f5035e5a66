package io.github.ascjava.client.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.AuthenticationException;
import io.github.ascjava.client.ApiServer;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.TestKeys;
import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApiKeyUsageExceptionTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    void anIndividualKeyIsStoppedBeforeProvisioning() {
        try (AppStoreConnect client = client(TestKeys.individual())) {
            assertThatExceptionOfType(ApiKeyUsageException.class)
                    .isThrownBy(() -> client.bundleIds().list().execute())
                    .withMessage(
                            "GET /v1/bundleIds: GET /v1/bundleIds was not sent: Apple does not give individual keys"
                                    + " access to provisioning (bundleIds). Use a team key, for all requests or as"
                                    + " a route for this path.")
                    .withCauseInstanceOf(AuthenticationException.class)
                    .satisfies(e -> assertThat(e.isKeyNotAllowed()).isTrue());
        }
        assertThat(apple.requests()).isZero();
    }

    @Test
    void theCheckCanBeSwitchedOff() {
        apple.answer("{\"data\": []}");
        try (AppStoreConnect client = AppStoreConnect.builder(TestKeys.individual())
                .baseUrl(apple.url("/"))
                .auth(auth -> auth.checkKeyRestrictions(false))
                .build()) {
            assertThat(client.bundleIds().list().toList()).isEmpty();
        }
    }

    @Test
    void aKeyThatCannotSignStopsTheCall() {
        try (AppStoreConnect client =
                client(ApiKey.team("57246542-96fe-1a63-e053-0824d011072a", "2X9R4HXF34", new DeadKey()))) {
            assertThatExceptionOfType(ApiKeyUsageException.class)
                    .isThrownBy(() -> client.users().get("u1").execute())
                    .withMessageStartingWith("GET /v1/users/{id}: ")
                    .satisfies(e -> assertThat(e.isKeyNotAllowed()).isFalse());
        }
        assertThat(apple.requests()).isZero();
    }

    private AppStoreConnect client(ApiKey key) {
        return AppStoreConnect.builder(key).baseUrl(apple.url("/")).build();
    }

    /** A key without accessible key material, with which no provider can sign. */
    private static final class DeadKey implements PrivateKey {

        private static final long serialVersionUID = 1L;

        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        public @Nullable String getFormat() {
            return null;
        }

        @Override
        public byte @Nullable [] getEncoded() {
            return null;
        }
    }
}
