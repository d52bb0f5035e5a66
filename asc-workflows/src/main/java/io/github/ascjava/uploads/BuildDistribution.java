package io.github.ascjava.uploads;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.testflight.BetaBuildLocalization;
import io.github.ascjava.client.model.testflight.BetaGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What testers need before they can use a processed build: export compliance, a text, and access. */
final class BuildDistribution {

    private final AppStoreConnect asc;
    private final BuildOptions options;
    private final List<BetaGroup> groups;

    private BuildDistribution(AppStoreConnect asc, BuildOptions options, List<BetaGroup> groups) {
        this.asc = asc;
        this.options = options;
        this.groups = groups;
    }

    /**
     * Finds the groups, so that a wrong name is reported before anything is sent.
     *
     * @throws UploadException if the app has no group of a name
     */
    static BuildDistribution of(BuildSlot slot, BuildOptions options) {
        List<BetaGroup> groups = new ArrayList<>();
        for (String name : options.betaGroups()) {
            groups.add(slot
                    .asc()
                    .betaGroups()
                    .list(q -> q.filterApp(slot.app().id()).filterName(name))
                    .stream()
                    .filter(group -> name.equals(group.name()))
                    .findFirst()
                    .orElseThrow(() -> new UploadException(
                            "The app " + slot.content().bundleId() + " has no group of testers named " + name
                                    + ". Create it first, or check the name.",
                            null,
                            false,
                            null)));
        }
        return new BuildDistribution(slot.asc(), options, groups);
    }

    void apply(Build build) {
        Boolean encryption = options.encryption();
        if (encryption != null && !encryption.equals(build.usesNonExemptEncryption())) {
            asc.builds()
                    .update(build.id(), b -> b.usesNonExemptEncryption(encryption))
                    .execute();
        }
        writeTexts(build);
        for (BetaGroup group : groups) {
            // Apple rejects the request for these (docs/live-service.md#internal-groups-reject-builds).
            if (!Boolean.TRUE.equals(group.hasAccessToAllBuilds())) {
                asc.betaGroups().addBuilds(group.id(), List.of(build.id())).execute();
            }
        }
    }

    private void writeTexts(Build build) {
        if (options.whatToTest().isEmpty()) {
            return;
        }
        List<BetaBuildLocalization> existing =
                asc.builds().listBetaBuildLocalizations(build.id()).toList();
        for (Map.Entry<String, String> text : options.whatToTest().entrySet()) {
            Optional<BetaBuildLocalization> same = existing.stream()
                    .filter(each -> text.getKey().equals(each.locale()))
                    .findFirst();
            if (same.isPresent()) {
                asc.betaBuildLocalizations()
                        .update(same.get().id(), b -> b.whatsNew(text.getValue()))
                        .execute();
            } else {
                asc.betaBuildLocalizations()
                        .create(b -> b.locale(text.getKey())
                                .whatsNew(text.getValue())
                                .betaBuildLocalizationBuild(build.id()))
                        .orExisting()
                        .execute();
            }
        }
    }
}
