package io.github.ascjava.testing.seed;

import io.github.ascjava.testing.behaviour.common.Dates;
import io.github.ascjava.testing.behaviour.testflight.Builds;
import io.github.ascjava.testing.engine.StoredResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Groups, testers, and what they are told. */
final class Testing {

    private static final List<String> STATES = List.of("INSTALLED", "INSTALLED", "INSTALLED", "ACCEPTED", "INVITED");
    private static final int RECENT_BUILDS = 3;

    private final Planter planter;
    private final Names names;
    private final Map<String, StoredResource> byEmail = new HashMap<>();
    private int testers;

    Testing(Planter planter) {
        this.planter = planter;
        this.names = new Names(planter);
    }

    /**
     * Adds the groups of an app, with testers.
     *
     * @param friends how many testers are in the group for others
     * @param strangers how many joined by the public link
     */
    void plant(AppSeed seed, StoredResource app, List<StoredResource> builds, int friends, int strangers) {
        tell(seed, app);
        StoredResource team = group(app, "Team", true, null);
        StoredResource external = group(app, "Friends & Family", false, null);
        StoredResource open =
                group(app, "Café-Runde ☕️", false, planter.world().ids().code().substring(0, 8));
        List<StoredResource> recent = builds.subList(Math.max(0, builds.size() - RECENT_BUILDS), builds.size());
        for (StoredResource build : recent) {
            approve(build);
            List.of(team, external, open).forEach(group -> planter.store().link(group, "builds", build));
            Builds.settle(build, planter.world());
        }
        tester("Maya", "Okafor", "maya@example.com", "EMAIL", "INSTALLED", team, app);
        tester("Priya", "Raman", "priya@example.com", "EMAIL", "INSTALLED", team, app);
        for (int i = 0; i < friends; i++) {
            String first = names.first();
            String last = names.last();
            tester(first, last, Names.email(first, last, ++testers), "EMAIL", planter.oneOf(STATES), external, app);
        }
        for (int i = 0; i < strangers; i++) {
            tester(null, null, "tester" + ++testers + "@example.com", "PUBLIC_LINK", "INSTALLED", open, app);
        }
    }

    private void tell(AppSeed seed, StoredResource app) {
        for (AppSeed.Text text : seed.texts()) {
            planter.addTo(
                    app,
                    "betaAppLocalizations",
                    "betaAppLocalizations",
                    "locale",
                    text.locale(),
                    "description",
                    text.subtitle(),
                    "feedbackEmail",
                    "beta@example.com",
                    "marketingUrl",
                    null,
                    "privacyPolicyUrl",
                    null,
                    "tvOsPrivacyPolicy",
                    null);
        }
        StoredResource detail = planter.add("betaAppReviewDetails", app.id(), ReviewContact.attributes());
        planter.store().link(app, "betaAppReviewDetail", detail);
        StoredResource agreement = planter.add("betaLicenseAgreements", app.id(), "agreementText", null);
        planter.store().link(app, "betaLicenseAgreement", agreement);
    }

    private StoredResource group(StoredResource app, String name, boolean internal, @Nullable String linkId) {
        boolean open = linkId != null;
        return planter.addTo(
                app,
                "betaGroups",
                "betaGroups",
                "name",
                name,
                "createdDate",
                Dates.zulu(planter.daysAgo(400)),
                "isInternalGroup",
                internal,
                "hasAccessToAllBuilds",
                internal,
                "publicLinkEnabled",
                internal ? null : open,
                "publicLinkId",
                linkId,
                "publicLinkLimitEnabled",
                internal ? null : open,
                "publicLinkLimit",
                open ? 1000 : null,
                "publicLink",
                open ? "https://testflight.apple.com/join/" + linkId : null,
                "feedbackEnabled",
                true,
                "iosBuildsAvailableForAppleSiliconMac",
                true,
                "iosBuildsAvailableForAppleVision",
                true);
    }

    private void approve(StoredResource build) {
        StoredResource review = planter.add(
                "betaAppReviewSubmissions",
                build.id(),
                "betaReviewState",
                "APPROVED",
                "submittedDate",
                build.attributes().path("uploadedDate").asText());
        planter.store().link(build, "betaAppReviewSubmission", review);
    }

    private void tester(
            @Nullable String first,
            @Nullable String last,
            String email,
            String inviteType,
            String state,
            StoredResource group,
            StoredResource app) {
        StoredResource tester = byEmail.computeIfAbsent(
                email,
                key -> planter.add(
                        "betaTesters",
                        planter.uuid(),
                        "firstName",
                        first,
                        "lastName",
                        last,
                        "email",
                        key,
                        "inviteType",
                        inviteType,
                        "state",
                        state));
        planter.store().link(group, "betaTesters", tester);
        planter.store().link(tester, "apps", app);
    }
}
