package io.github.ascjava.signing;

import io.github.ascjava.client.model.provisioning.CertificateType;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** What the subject of one of Apple's certificates says. */
final class CertificateNames {

    /** The beginnings of the common names; the older ones are those of certificates from before 2019. */
    private static final Map<String, CertificateType> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("Apple Development: ", CertificateType.DEVELOPMENT);
        TYPES.put("Apple Distribution: ", CertificateType.DISTRIBUTION);
        TYPES.put("iPhone Developer: ", CertificateType.IOS_DEVELOPMENT);
        TYPES.put("iPhone Distribution: ", CertificateType.IOS_DISTRIBUTION);
        TYPES.put("Mac Developer: ", CertificateType.MAC_APP_DEVELOPMENT);
        TYPES.put("3rd Party Mac Developer Application: ", CertificateType.MAC_APP_DISTRIBUTION);
        TYPES.put("3rd Party Mac Developer Installer: ", CertificateType.MAC_INSTALLER_DISTRIBUTION);
        TYPES.put("Developer ID Application: ", CertificateType.DEVELOPER_ID_APPLICATION);
        TYPES.put("Developer ID Installer: ", CertificateType.of("DEVELOPER_ID_INSTALLER"));
        TYPES.put("Pass Type ID: ", CertificateType.PASS_TYPE_ID);
    }

    private CertificateNames() {}

    /** Returns the common name, or the whole subject if it has none. */
    static String of(X509Certificate certificate) {
        return part(certificate, BCStyle.CN)
                .orElse(certificate.getSubjectX500Principal().getName());
    }

    /** Returns the team ID, which Apple puts into the organizational unit. */
    static Optional<String> team(X509Certificate certificate) {
        return part(certificate, BCStyle.OU);
    }

    /** Returns the type that the common name tells. */
    static Optional<CertificateType> type(X509Certificate certificate) {
        String name = of(certificate);
        return TYPES.entrySet().stream()
                .filter(each -> name.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<String> part(X509Certificate certificate, ASN1ObjectIdentifier type) {
        RDN[] parts = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
                .getRDNs(type);
        return parts.length == 0
                ? Optional.empty()
                : Optional.of(IETFUtils.valueToString(parts[0].getFirst().getValue()));
    }
}
