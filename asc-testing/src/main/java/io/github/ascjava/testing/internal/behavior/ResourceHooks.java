package io.github.ascjava.testing.internal.behavior;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.common.SignedUrls;
import io.github.ascjava.testing.internal.behavior.library.LibraryBehaviors;
import io.github.ascjava.testing.internal.behavior.notary.NotaryBehaviors;
import io.github.ascjava.testing.internal.behavior.prices.PriceBehaviors;
import io.github.ascjava.testing.internal.behavior.provisioning.ProvisioningBehaviors;
import io.github.ascjava.testing.internal.behavior.release.ReleaseBehaviors;
import io.github.ascjava.testing.internal.behavior.reports.ReportBehaviors;
import io.github.ascjava.testing.internal.behavior.rules.CreationRules;
import io.github.ascjava.testing.internal.behavior.rules.SetLimits;
import io.github.ascjava.testing.internal.behavior.rules.StateLocks;
import io.github.ascjava.testing.internal.behavior.rules.ValueRules;
import io.github.ascjava.testing.internal.behavior.testflight.TestFlightBehaviors;
import io.github.ascjava.testing.internal.behavior.uploads.UploadBehaviors;
import io.github.ascjava.testing.internal.behavior.users.UserBehaviors;
import io.github.ascjava.testing.internal.behavior.webhooks.WebhookBehaviors;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.pki.Authority;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The behaviors of the service: everything it does beyond storing what it is given. */
public final class ResourceHooks {

    private ResourceHooks() {}

    /**
     * Creates all behaviors for one sandbox.
     *
     * @param account the team's data
     * @param authority issues the team's certificates and signs its profiles
     * @param unusualReports whether reports have forms that the service uses rarely
     * @param partBytes the size of the parts in which files are uploaded
     * @param shownClock the clock that the service shows its clients
     */
    public static List<ResourceHook> all(
            Account account, Authority authority, boolean unusualReports, int partBytes, Clock shownClock) {
        SignedUrls urls = new SignedUrls();
        WebhookBehaviors webhooks = new WebhookBehaviors();
        TestFlightBehaviors testFlight = new TestFlightBehaviors(webhooks.events());
        List<ResourceHook> all = new ArrayList<>();
        all.add(new StateLocks());
        all.add(new CreationRules());
        all.add(new SetLimits());
        all.add(new ValueRules());
        all.addAll(ProvisioningBehaviors.all(account, authority));
        all.addAll(UserBehaviors.all());
        all.addAll(UploadBehaviors.all(urls, webhooks.events(), testFlight.builds(), partBytes));
        all.addAll(LibraryBehaviors.all());
        all.addAll(testFlight.all());
        all.addAll(ReleaseBehaviors.all(webhooks.events()));
        all.addAll(PriceBehaviors.all());
        all.addAll(ReportBehaviors.all(account, urls, unusualReports));
        all.addAll(webhooks.all());
        all.addAll(NotaryBehaviors.all(urls, shownClock));
        return List.copyOf(all);
    }
}
