package io.github.ascjava.signing;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.provisioning.ListCertificates;
import io.github.ascjava.client.model.provisioning.Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The certificates that Apple lists and that have not expired; Apple no longer lists what was revoked. */
final class ValidCertificates {

    private final AppStoreConnect asc;
    private final Clock clock;

    ValidCertificates(AppStoreConnect asc, Clock clock) {
        this.asc = asc;
        this.clock = clock;
    }

    /**
     * Returns those of the type that is requested for a profile. For Developer ID, those of both authorities, which the
     * filter cannot name (docs/live-service.md#developer-id-g2-cannot-be-filtered).
     */
    List<Certificate> of(ProfileRules rules) {
        ListCertificates query = new ListCertificates().limit(200);
        return rules.needsDeveloperId() ? accepted(rules) : valid(query.filterCertificateType(rules.certificateType()));
    }

    /** Returns those that a profile can hold. */
    List<Certificate> accepted(ProfileRules rules) {
        return valid(new ListCertificates().limit(200)).stream()
                .filter(rules::accepts)
                .toList();
    }

    private List<Certificate> valid(ListCertificates query) {
        Instant now = clock.instant();
        return asc.certificates().list(query).stream()
                .filter(each -> each.expirationDate() == null
                        || each.expirationDate().toInstant().isAfter(now))
                .toList();
    }
}
