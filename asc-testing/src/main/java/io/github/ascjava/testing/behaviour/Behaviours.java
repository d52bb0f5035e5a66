package io.github.ascjava.testing.behaviour;

import io.github.ascjava.testing.behaviour.common.Account;
import io.github.ascjava.testing.behaviour.common.SignedUrls;
import io.github.ascjava.testing.behaviour.prices.PriceBehaviours;
import io.github.ascjava.testing.behaviour.provisioning.ProvisioningBehaviours;
import io.github.ascjava.testing.behaviour.release.ReleaseBehaviours;
import io.github.ascjava.testing.behaviour.reports.ReportBehaviours;
import io.github.ascjava.testing.behaviour.testflight.TestFlightBehaviours;
import io.github.ascjava.testing.behaviour.uploads.UploadBehaviours;
import io.github.ascjava.testing.behaviour.users.UserBehaviours;
import io.github.ascjava.testing.behaviour.webhooks.WebhookBehaviours;
import io.github.ascjava.testing.engine.Behaviour;
import io.github.ascjava.testing.pki.Authority;
import java.util.ArrayList;
import java.util.List;

/** Everything that the service does beyond keeping what it is given. */
public final class Behaviours {

    private Behaviours() {}

    /**
     * Makes all behaviours for one sandbox.
     *
     * @param account whose team it is
     * @param authority who issues the team's certificates and signs its profiles
     */
    public static List<Behaviour> all(Account account, Authority authority) {
        SignedUrls urls = new SignedUrls();
        WebhookBehaviours webhooks = new WebhookBehaviours();
        TestFlightBehaviours testFlight = new TestFlightBehaviours(webhooks.events());
        List<Behaviour> all = new ArrayList<>();
        all.addAll(ProvisioningBehaviours.all(account, authority));
        all.addAll(UserBehaviours.all());
        all.addAll(UploadBehaviours.all(urls, webhooks.events(), testFlight.builds()));
        all.addAll(testFlight.all());
        all.addAll(ReleaseBehaviours.all(webhooks.events()));
        all.addAll(PriceBehaviours.all());
        all.addAll(ReportBehaviours.all(account, urls));
        all.addAll(webhooks.all());
        return List.copyOf(all);
    }
}
