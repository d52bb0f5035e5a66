package io.github.ascjava.testing.internal.behavior.provisioning;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.pki.Authority;
import java.util.List;

/** Writes the content of certificates and profiles that came without it, such as those of a fixture. */
public final class SigningContent {

    private final CertificateIssue certificates;
    private final ProfileIssue profiles;

    /** Creates a writer for a team. */
    public SigningContent(Account account, Authority authority) {
        this.certificates = new CertificateIssue(account, authority);
        this.profiles = new ProfileIssue(account, authority);
    }

    /** Completes the certificates and profiles among some resources, as far as their attributes allow it. */
    public void complete(List<StoredResource> resources, SandboxState world) {
        for (StoredResource each : resources) {
            if (each.type().equals("certificates")
                    && !each.attributes().hasNonNull("certificateContent")
                    && !each.text("certificateType").isEmpty()
                    && each.text("serialNumber").matches("[0-9A-Fa-f]*")) {
                certificates.issue(each, null, world);
            }
        }
        for (StoredResource each : resources) {
            if (each.type().equals("profiles")
                    && !each.attributes().hasNonNull("profileContent")
                    && ProfileType.exists(each.text("profileType"))
                    && each.hasRelated("bundleId")) {
                profiles.complete(each, world.clock().instant(), world);
            }
        }
    }
}
