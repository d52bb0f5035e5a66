package io.github.ascjava.examples.signing;

import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.signing.Pkcs12;
import io.github.ascjava.signing.ProfileSignature;
import io.github.ascjava.signing.ProvisioningProfile;
import io.github.ascjava.signing.SigningFile;
import io.github.ascjava.signing.SigningIdentity;
import io.github.ascjava.signing.SigningKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Describes signing files in rows. */
final class SigningReport {

    private final Rows rows;
    private final Instant now;
    private final @Nullable X509Certificate root;
    private boolean isUsable = true;

    SigningReport(Rows rows, Instant now, @Nullable X509Certificate root) {
        this.rows = rows;
        this.now = now;
        this.root = root;
    }

    /** Adds what a file holds, and returns whether all of it can be used now. */
    boolean add(SigningFile file) {
        if (file instanceof SigningFile.OfProfile found) {
            profile(found.profile());
        } else if (file instanceof SigningFile.OfApp app) {
            app.profiles().forEach((bundle, profile) -> {
                rows.add("Bundle", bundle);
                profile(profile);
            });
        } else if (file instanceof SigningFile.OfCertificate found) {
            certificate(found.certificate());
        } else if (file instanceof SigningFile.OfPkcs12 found) {
            pkcs12(found.content());
        } else if (file instanceof SigningFile.OfKey found) {
            key(found.key());
        }
        return isUsable;
    }

    private void profile(ProvisioningProfile profile) {
        rows.add("Profile", profile.name());
        rows.add("UUID", profile.uuid());
        rows.add("Kind", words(profile.kind().name()) + " for " + String.join(", ", profile.platforms()));
        rows.add("App", profile.bundleId().orElse(null));
        rows.add(
                "Team",
                String.join(", ", profile.teamIds())
                        + profile.teamName().map(name -> " " + name).orElse(""));
        rows.add("Made", profile.creationDate().orElse(null));
        validity(profile.creationDate().orElse(null), profile.expirationDate().orElse(null));
        ProfileSignature signature = profile.signature(root);
        rows.add("Signature", signature.describe());
        isUsable &= signature.isIntact() && !Boolean.FALSE.equals(signature.isTrusted());
        rows.add("Entitlements", List.copyOf(profile.entitlements().keySet()));
        profile.certificates()
                .forEach(each -> rows.add(
                        "Signed by",
                        name(each) + ", "
                                + state(
                                        each.getNotBefore().toInstant(),
                                        each.getNotAfter().toInstant())));
        profile.devices().forEach(each -> rows.add("Device", each));
    }

    private void pkcs12(Pkcs12 content) {
        for (SigningIdentity each : content.identities()) {
            rows.add("Identity", each.name());
            key(each.key());
            certificate(each.certificate());
            each.chain().forEach(above -> rows.add("Issued by", name(above)));
        }
        content.keys().forEach(this::key);
        content.certificates().forEach(this::certificate);
        if (content.identities().isEmpty()) {
            rows.add("Identity", "none: no key with its certificate");
            isUsable = false;
        }
    }

    private void key(SigningKey key) {
        rows.add("Key", key.toString());
    }

    private void certificate(X509Certificate certificate) {
        rows.add("Certificate", name(certificate));
        rows.add("Serial number", certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT));
        rows.add("Issuer", certificate.getIssuerX500Principal().getName());
        validity(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    private void validity(@Nullable Instant from, @Nullable Instant until) {
        if (until != null) {
            rows.add("Valid until", until + ", " + state(from, until));
            isUsable &= state(from, until).equals("valid");
        }
    }

    /** Both limits against this machine's clock, which may be wrong, and is named therefore. */
    private String state(@Nullable Instant from, Instant until) {
        if (until.isBefore(now)) {
            return "EXPIRED by this machine's clock (" + now + ")";
        }
        return from != null && from.isAfter(now)
                ? "NOT VALID before " + from + "; this machine's clock says " + now
                : "valid";
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
