package io.github.ascjava.testing.behaviour.provisioning;

import io.github.ascjava.testing.behaviour.common.Account;
import io.github.ascjava.testing.engine.Behaviour;
import io.github.ascjava.testing.pki.Authority;
import java.util.List;

/** The behaviours of this package. */
public final class ProvisioningBehaviours {

    private ProvisioningBehaviours() {}

    /** Makes them for a team. */
    public static List<Behaviour> all(Account account, Authority authority) {
        return List.of(
                new BundleIds(account),
                new Capabilities(),
                new Devices(),
                new Certificates(account, new CertificateIssue(account, authority)),
                new Profiles(new ProfileIssue(account, authority)));
    }
}
