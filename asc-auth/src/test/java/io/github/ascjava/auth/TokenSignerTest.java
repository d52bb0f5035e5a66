package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.io.AbstractDeserializer;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSignerTest {

    private static final String ISSUER_ID = "57246542-96fe-1a63-e053-0824d011072a";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.789Z");
    private static final long IAT = Instant.parse("2026-03-01T11:59:00Z").getEpochSecond();
    private static final TestKey KEY = TestKey.generate();

    private final ApiKey team = ApiKey.team(ISSUER_ID, "2X9R4HXF34", KEY.privateKey());
    private final ApiKey individual = ApiKey.individual("2X9R4HXF34", KEY.privateKey());
    private final ApiKey enterprise = ApiKey.enterprise(ISSUER_ID, "2X9R4HXF34", KEY.privateKey());

    @Test
    void theHeaderHasAlgorithmKeyIdAndTypeOnly() {
        for (ApiKey key : List.of(team, individual, enterprise)) {
            assertThat(json(sign(key).header())).isEqualTo("""
                    {"alg":"ES256","kid":"2X9R4HXF34","typ":"JWT"}""");
        }
    }

    @Test
    void aTeamKeyNamesItsIssuer() {
        assertThat(json(sign(team).claims()))
                .isEqualTo("{\"aud\":\"appstoreconnect-v1\",\"exp\":" + (IAT + 1140) + ",\"iat\":" + IAT + ",\"iss\":\""
                        + ISSUER_ID + "\"}");
    }

    @Test
    void anIndividualKeyHasAFixedSubjectAndNoIssuer() {
        assertThat(json(sign(individual).claims()))
                .isEqualTo("{\"aud\":\"appstoreconnect-v1\",\"exp\":" + (IAT + 1140) + ",\"iat\":" + IAT
                        + ",\"sub\":\"user\"}");
    }

    @Test
    void anEnterpriseKeyHasAnAudienceOfItsOwn() {
        assertThat(json(sign(enterprise).claims()))
                .isEqualTo("{\"aud\":\"apple-developer-enterprise-v1\",\"exp\":" + (IAT + 1140) + ",\"iat\":" + IAT
                        + ",\"iss\":\"" + ISSUER_ID + "\"}");
    }

    @Test
    void theAudienceIsAStringAndTimesAreWholeNumbers() {
        JsonNode claims = sign(team).claims();

        assertThat(claims.get("aud").isTextual()).isTrue();
        assertThat(claims.get("iat").isIntegralNumber()).isTrue();
        assertThat(claims.get("exp").isIntegralNumber()).isTrue();
    }

    @Test
    void scopesFollowInOrder() {
        TokenSettings scoped = TokenSettings.scoped(
                Duration.ofMinutes(5),
                TokenScope.get("/v1/apps?filter[platform]=IOS"),
                TokenScope.get("/v1/apps/1/builds"));

        assertThat(json(sign(individual.withTokenSettings(scoped)).claims()))
                .isEqualTo(
                        "{\"aud\":\"appstoreconnect-v1\",\"exp\":" + (IAT + 300) + ",\"iat\":" + IAT
                                + ",\"scope\":[\"GET /v1/apps?filter[platform]=IOS\",\"GET /v1/apps/1/builds\"],\"sub\":\"user\"}");
    }

    @Test
    void oddCharactersOfAScopeArriveUnchanged() {
        String odd = "/v1/apps?filter[name]=\"\\\u0001\u20ac\ud83d\ude00</script>&x='{}";

        Jwt jwt = sign(team.withTokenSettings(TokenSettings.scoped(Duration.ofMinutes(5), TokenScope.get(odd))));

        assertThat(jwt.claims().get("scope")).hasSize(1);
        assertThat(jwt.claims().get("scope").get(0).textValue()).isEqualTo("GET " + odd);
    }

    @Test
    void everyLifetimeIsExactAndNeverLongerThanTwentyMinutes() {
        for (long seconds = 120; seconds <= 1200; seconds += 9) {
            ApiKey key = team.withTokenSettings(TokenSettings.lifetime(Duration.ofSeconds(seconds)));

            JsonNode claims = sign(key).claims();

            assertThat(claims.get("iat").longValue()).isEqualTo(IAT);
            assertThat(claims.get("exp").longValue() - IAT).isEqualTo(seconds);
        }
    }

    @Test
    void partsOfASecondNeverMakeATokenLonger() {
        ApiKey key = team.withTokenSettings(TokenSettings.lifetime(Duration.ofMillis(1_199_999)));

        JsonNode claims = sign(key).claims();

        assertThat(claims.get("exp").longValue() - claims.get("iat").longValue())
                .isEqualTo(1199);
    }

    @Test
    void aLongLivedTokenLivesAsLongAsItsSettingsSay() {
        TokenSettings settings = TokenSettings.scoped(Duration.ofDays(181), TokenScope.get("/v1/ciProducts"));

        JsonNode claims = sign(team.withTokenSettings(settings)).claims();

        assertThat(claims.get("exp").longValue() - IAT).isEqualTo(181 * 24 * 3600L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T12:00:00Z", "2026-03-01T12:00:00.999999999Z", "2038-01-19T03:14:07.5Z"})
    void theTokenIsBackdatedByAMinuteAndKnowsItsTimes(Instant now) {
        Token token = new TokenSigner(team).sign(now);

        JsonNode claims = Jwt.parse(token.value()).claims();
        assertThat(token.issuedAt()).isEqualTo(Instant.ofEpochSecond(now.getEpochSecond() - 60));
        assertThat(token.expiresAt()).isEqualTo(token.issuedAt().plusSeconds(1140));
        assertThat(claims.get("iat").longValue()).isEqualTo(token.issuedAt().getEpochSecond());
        assertThat(claims.get("exp").longValue()).isEqualTo(token.expiresAt().getEpochSecond());
    }

    /** About one of 128 signatures has a half with leading zeros, which the DER form leaves out. */
    @Test
    void everySignatureHas64BytesAndVerifiesWithTheJdk() {
        TokenSigner signer = new TokenSigner(team);
        for (int i = 0; i < 600; i++) {
            Jwt jwt = Jwt.parse(signer.sign(NOW.plusSeconds(i)).value());

            assertThat(jwt.signatureLength()).isEqualTo(64);
            assertThat(jwt.isSignedBy(KEY.publicKey())).isTrue();
        }
    }

    @Test
    void anotherKeysPublicHalfDoesNotVerify() {
        assertThat(sign(team).isSignedBy(TestKey.generate().publicKey())).isFalse();
    }

    @Test
    void jjwtReadsTheTokenToo() {
        Token token = new TokenSigner(team).sign(NOW);

        Claims claims = Jwts.parser()
                .json(new WithJackson())
                .clock(() -> Date.from(NOW))
                .verifyWith(KEY.publicKey())
                .requireIssuer(ISSUER_ID)
                .requireAudience("appstoreconnect-v1")
                .build()
                .parseSignedClaims(token.value())
                .getPayload();

        assertThat(claims.getExpiration()).isEqualTo(token.expiresAt());
    }

    @Test
    void noPartOfTheTokenIsPadded() {
        String token = new TokenSigner(team).sign(NOW).value();

        assertThat(token).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{86}");
        assertThat(Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1)))
                .hasSize(64);
    }

    @Test
    void aTokenDoesNotShowItself() {
        Token token = new TokenSigner(team).sign(NOW);

        assertThat(token).hasToString("Token[2026-03-01T11:59:00Z to 2026-03-01T12:18:00Z]");
        assertThat(token.authorization()).isEqualTo("Bearer " + token.value());
    }

    private static Jwt sign(ApiKey key) {
        return Jwt.parse(new TokenSigner(key).sign(NOW).value());
    }

    /** The exact set of members, sorted by name. */
    private static String json(JsonNode node) {
        Map<String, JsonNode> members = new TreeMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return new ObjectMapper().createObjectNode().setAll(members).toString();
    }

    private static final class WithJackson extends AbstractDeserializer<Map<String, ?>> {

        @Override
        @SuppressWarnings("unchecked")
        protected Map<String, ?> doDeserialize(Reader reader) throws IOException {
            return new ObjectMapper().readValue(reader, Map.class);
        }
    }
}
