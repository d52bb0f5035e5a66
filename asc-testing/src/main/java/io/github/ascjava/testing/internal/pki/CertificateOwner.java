package io.github.ascjava.testing.internal.pki;

/**
 * The subject of a certificate.
 *
 * @param id the ten characters of the member's or team's ID
 * @param commonName the displayed name, such as {@code Apple Development: Maya Okafor (R8D2K7Q4LM)}
 * @param teamId the ten characters of the team's ID
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
