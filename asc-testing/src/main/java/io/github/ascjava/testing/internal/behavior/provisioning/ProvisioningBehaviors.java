package io.github.ascjava.testing.internal.behavior.provisioning;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.pki.Authority;
import java.util.List;

/** The behaviors of this package. */
public final class ProvisioningBehaviors {

    private ProvisioningBehaviors() {}

    /** Creates the behaviors for a team. */
    public static List<ResourceHook> all(Account account, Authority authority) {
        return List.of(
                new BundleIds(account),
                new Capabilities(),
                new Devices(),
                new Certificates(account, new CertificateIssue(account, authority)),
                new Profiles(new ProfileIssue(account, authority)));
    }
}
