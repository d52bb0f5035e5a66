package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSettingsTest {

    private static final TokenScope APPS = TokenScope.get("/v1/apps");
    private static final TokenScope PRODUCTS = TokenScope.get("/v1/ciProducts");
    private static final TestKey KEY = TestKey.generate();

    @Test
    void theStandardIsNineteenMinutesWithoutScope() {
        assertThat(TokenSettings.standard()).hasToString("TokenSettings[lifetime=PT19M, scopes=[]]");
        assertThat(ApiKey.individual("2X9R4HXF34", KEY.privateKey()).tokenSettings())
                .isSameAs(TokenSettings.standard());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT2M", "PT20M", "PT19M59.999S"})
    void allowsTwoToTwentyMinutes(Duration lifetime) {
        assertThat(TokenSettings.lifetime(lifetime).lifetime()).isEqualTo(lifetime);
        assertThat(TokenSettings.scoped(lifetime, APPS).lifetime()).isEqualTo(lifetime);
    }

    @Test
    void rejectsMoreThanTwentyMinutesWithoutScope() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenSettings.lifetime(Duration.ofMillis(1_200_001)))
                .withMessage("By Apple's rules a token without a scope lives at most 20 minutes, but PT20M0.001S"
                        + " was requested.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M59.999S", "PT0S", "PT-20M"})
    void rejectsLessThanTwoMinutes(Duration lifetime) {
        String message = "A token lives at least 2 minutes, because its start is backdated by 60 seconds, but "
                + lifetime + " was requested.";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenSettings.lifetime(lifetime))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenSettings.scoped(lifetime, APPS))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenSettings.scoped(lifetime, PRODUCTS))
                .withMessage(message);
    }

    @Test
    void rejectsALongLifeIfOneScopeForbidsIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenSettings.scoped(Duration.ofDays(1), PRODUCTS, APPS))
                .withMessage("By Apple's rules a token with the scope GET /v1/apps lives at most 20 minutes, but PT24H"
                        + " was requested.");
    }

    @Test
    void allowsSixMonthsIfAllScopesDo() {
        TokenSettings settings = TokenSettings.scoped(
                Duration.ofDays(181), PRODUCTS, TokenScope.get("/v1/apps/1/perfPowerMetrics?filter[platform]=IOS"));

        assertThat(settings)
                .hasToString("TokenSettings[lifetime=PT4344H, scopes=[GET /v1/ciProducts,"
                        + " GET /v1/apps/1/perfPowerMetrics?filter[platform]=IOS]]");
        assertThat(settings.isLongLived()).isTrue();
    }

    @Test
    void rejectsMoreThanSixMonths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenSettings.scoped(Duration.ofDays(181).plusSeconds(1), PRODUCTS))
                .withMessage("By Apple's rules a token with these scopes lives at most six months (181 days), but"
                        + " PT4344H1S was requested.");
    }

    @Test
    void rejectsAScopedTokenWithoutScope() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenSettings.scoped(Duration.ofMinutes(5)))
                .withMessage("A scoped token needs at least one scope.");
    }

    @Test
    void rejectsALongLifeForTheEnterpriseProgram() {
        EnterpriseKey key = ApiKey.enterprise("57246542-96fe-1a63-e053-0824d011072a", "2X9R4HXF34", KEY.privateKey());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> key.withTokenSettings(TokenSettings.scoped(Duration.ofDays(30), PRODUCTS)))
                .withMessage("The Enterprise Program API has no long-lived tokens; choose a lifetime of at most 20"
                        + " minutes instead of PT720H.");
    }

    @Test
    void twentyMinutesAreNotALongLife() {
        TokenSettings settings = TokenSettings.scoped(Duration.ofMinutes(20), PRODUCTS);
        EnterpriseKey key = ApiKey.enterprise("57246542-96fe-1a63-e053-0824d011072a", "2X9R4HXF34", KEY.privateKey());

        assertThat(key.withTokenSettings(settings).tokenSettings()).isSameAs(settings);
    }

    @Test
    void aKeyWithOtherSettingsKeepsItsIdentity() {
        TokenSettings settings = TokenSettings.lifetime(Duration.ofMinutes(2));
        TeamKey team = ApiKey.team("57246542-96fe-1a63-e053-0824d011072a", "2X9R4HXF34", KEY.privateKey())
                .withTokenSettings(settings);
        EnterpriseKey enterprise = ApiKey.enterprise(
                        "57246542-96fe-1a63-e053-0824d011072a", "2X9R4HXF34", KEY.privateKey())
                .withTokenSettings(settings);

        assertThat(team.keyId()).isEqualTo("2X9R4HXF34");
        assertThat(team.issuerId()).isEqualTo("57246542-96fe-1a63-e053-0824d011072a");
        assertThat(team.tokenSettings()).isSameAs(settings);
        assertThat(enterprise.issuerId()).isEqualTo("57246542-96fe-1a63-e053-0824d011072a");
        assertThat(enterprise.tokenSettings()).isSameAs(settings);
    }

    @Test
    void scopesCannotBeChangedAfterwards() {
        TokenScope[] scopes = {PRODUCTS};
        TokenSettings settings = TokenSettings.scoped(Duration.ofDays(30), scopes);

        scopes[0] = APPS;

        assertThat(settings.scopes()).containsExactly(PRODUCTS);
    }
}
