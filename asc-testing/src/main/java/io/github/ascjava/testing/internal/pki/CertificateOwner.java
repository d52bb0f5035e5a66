package io.github.ascjava.testing.internal.pki;

/**
 * Who a certificate is about.
 *
 * @param id the member or team as ten characters
 * @param commonName what people see, such as {@code Apple Development: Maya Okafor (R8D2K7Q4LM)}
 * @param teamId the team as ten characters
 * @param teamName the team's name
 */
public record CertificateOwner(String id, String commonName, String teamId, String teamName) {

    Der toName() {
        return new X500Name()
                .with(X500Name.USER_ID, id)
                .with(X500Name.COMMON_NAME, commonName)
                .with(X500Name.ORGANIZATIONAL_UNIT, teamId)
                .with(X500Name.ORGANIZATION, teamName)
                .with(X500Name.COUNTRY, "US")
                .toDer();
    }
}
