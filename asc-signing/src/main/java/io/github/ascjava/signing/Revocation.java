package io.github.ascjava.signing;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.provisioning.ListProfiles;
import io.github.ascjava.client.model.provisioning.Certificate;
import io.github.ascjava.client.model.provisioning.Profile;
import io.github.ascjava.client.model.provisioning.ProfileInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A certificate that could be revoked, and what that breaks. Revoking cannot be undone.
 *
 * @param certificate the certificate
 * @param profiles the profiles that become invalid, because they hold it; expired ones are not among them
 * @since 0.1.0
 */
public record Revocation(Certificate certificate, List<Profile> profiles) {

    /** Creates a value. */
    public Revocation {
        profiles = List.copyOf(profiles);
    }

    static List<Revocation> of(AppStoreConnect asc, Predicate<Certificate> chosen) {
        List<Certificate> certificates = asc.certificates().list(q -> q.limit(200)).stream()
                .filter(chosen)
                .toList();
        if (certificates.isEmpty()) {
            return List.of();
        }
        List<Profile> profiles = asc.profiles()
                .list(new ListProfiles()
                        .include(ProfileInclude.CERTIFICATES)
                        .limit(ProfileInclude.CERTIFICATES, 50)
                        .limit(200))
                .toList();
        List<Revocation> revocations = new ArrayList<>();
        for (Certificate each : certificates) {
            revocations.add(new Revocation(
                    each,
                    profiles.stream()
                            .filter(profile -> holds(asc, profile, each))
                            .toList()));
        }
        return revocations;
    }

    private static boolean holds(AppStoreConnect asc, Profile profile, Certificate certificate) {
        return profile.certificates().ids().contains(certificate.id())
                || (profile.certificates().isTruncated()
                        && asc.profiles().listCertificateIds(profile.id()).stream()
                                .anyMatch(each -> each.id().equals(certificate.id())));
    }
}
