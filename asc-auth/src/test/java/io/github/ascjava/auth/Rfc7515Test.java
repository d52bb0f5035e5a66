package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The ES256 example of RFC 7515, appendix A.3: proves the verifier of these tests by an independent signature. */
class Rfc7515Test {

    private static final String X = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
    private static final String Y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
    /** Published in 2015, and not used for anything. */
    private static final String D = "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI";

    private static final String SIGNED = "eyJhbGciOiJFUzI1NiJ9"
            + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
            + "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
            + ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSA"
            + "pmWQxfKTUJqPP3-Kg6NU1Q";

    @Test
    void theVerifierAcceptsTheExample() throws GeneralSecurityException {
        assertThat(Jwt.parse(SIGNED).isSignedBy(key().publicKey())).isTrue();
    }

    @Test
    void theVerifierRejectsTheExampleWithAnotherText() throws GeneralSecurityException {
        // {"iss":"joe" becomes {"iss":"joa".
        String other = SIGNED.replace("eyJpc3MiOiJqb2Ui", "eyJpc3MiOiJqb2Ei");

        assertThat(Jwt.parse(other).claims().get("iss").textValue()).isEqualTo("joa");
        assertThat(Jwt.parse(other).isSignedBy(key().publicKey())).isFalse();
    }

    @Test
    void theKeyOfTheExampleLoadsAndSignsForItsPublicHalf() throws GeneralSecurityException {
        TestKey example = key();
        ApiKey loaded = ApiKey.individual("2X9R4HXF34", example.applePem());

        Token token = new TokenSigner(loaded).sign(Instant.parse("2026-03-01T12:00:00Z"));

        assertThat(Jwt.parse(token.value()).isSignedBy(example.publicKey())).isTrue();
    }

    private static TestKey key() throws GeneralSecurityException {
        ECParameterSpec curve = ((ECPublicKey) TestKey.pairOn("secp256r1").getPublic()).getParams();
        KeyFactory factory = KeyFactory.getInstance("EC");
        return new TestKey((ECPrivateKey) factory.generatePrivate(new ECPrivateKeySpec(number(D), curve)), (ECPublicKey)
                factory.generatePublic(new ECPublicKeySpec(new ECPoint(number(X), number(Y)), curve)));
    }

    private static BigInteger number(String base64url) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64url));
    }
}
