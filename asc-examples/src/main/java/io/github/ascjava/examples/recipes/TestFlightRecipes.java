package io.github.ascjava.examples.recipes;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.builds.ListBuilds;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.apps.AppField;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.testflight.BetaAppReviewSubmission;
import io.github.ascjava.client.model.testflight.BetaBuildLocalization;
import io.github.ascjava.client.model.testflight.BetaCrashLog;
import io.github.ascjava.client.model.testflight.BetaFeedbackCrashSubmission;
import io.github.ascjava.client.model.testflight.BetaGroup;
import io.github.ascjava.client.model.testflight.BetaTester;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds, testers and feedback. */
public final class TestFlightRecipes {

    private final AppStoreConnect asc;

    /** Creates the recipes for a client. */
    public TestFlightRecipes(AppStoreConnect asc) {
        this.asc = asc;
    }

    /** Returns the newest build of every app that has one. */
    public Map<App, Build> newestBuildPerApp() {
        Map<App, Build> newest = new LinkedHashMap<>();
        for (App app : asc.apps().list(q -> q.fields(AppField.NAME, AppField.BUNDLE_ID))) {
            asc.builds()
                    .list(q -> q.filterApp(app.id())
                            .sort(ListBuilds.Sort.UPLOADED_DATE_DESC)
                            .limit(1))
                    .execute()
                    .data()
                    .forEach(build -> newest.put(app, build));
        }
        return newest;
    }

    /** Returns all testers of a group. */
    public List<BetaTester> testersOfGroup(String appId, String groupName) {
        BetaGroup group = asc.betaGroups().list(q -> q.filterApp(appId).filterName(groupName)).stream()
                .filter(candidate -> groupName.equals(candidate.name())) // the filter also finds longer names
                .findFirst()
                .orElseThrow();
        return asc.betaGroups().listBetaTesters(group.id(), q -> q.limit(200)).toList();
    }

    /** Invites a tester by e-mail and adds them to a group. */
    public BetaTester inviteTester(String groupId, String email, String firstName, String lastName) {
        return asc.betaTesters()
                .create(b ->
                        b.email(email).firstName(firstName).lastName(lastName).betaGroups(List.of(groupId)))
                .execute();
    }

    /** Expires the builds uploaded before a date, except for the newest build, and returns how many. */
    public int expireOldBuilds(String appId, Instant before) {
        List<Build> usable = asc.builds()
                .list(q -> q.filterApp(appId)
                        .filterExpired(false)
                        .sort(ListBuilds.Sort.UPLOADED_DATE_DESC)
                        .limit(200))
                .toList();
        int expired = 0;
        for (Build build : usable.subList(Math.min(1, usable.size()), usable.size())) {
            if (build.uploadedDate() != null && build.uploadedDate().toInstant().isBefore(before)) {
                asc.builds().update(build.id(), b -> b.expired(true)).execute();
                expired++;
            }
        }
        return expired;
    }

    /** Sets the "What to Test" text of a build in one language. */
    public BetaBuildLocalization setWhatToTest(String buildId, String locale, String text) {
        Optional<BetaBuildLocalization> existing = asc.builds().listBetaBuildLocalizations(buildId).stream()
                .filter(localization -> locale.equals(localization.locale()))
                .findFirst();
        if (existing.isPresent()) {
            return asc.betaBuildLocalizations()
                    .update(existing.get().id(), b -> b.whatsNew(text))
                    .execute();
        }
        return asc.betaBuildLocalizations()
                .create(b ->
                        b.betaBuildLocalizationBuild(buildId).locale(locale).whatsNew(text))
                .execute();
    }

    /** Adds a build to an external group and submits it for beta review. */
    public BetaAppReviewSubmission submitForBetaReview(String buildId, String groupId) {
        asc.betaGroups().addBuilds(groupId, List.of(buildId)).execute();
        return asc.betaAppReviewSubmissions()
                .create(b -> b.betaAppReviewSubmissionBuild(buildId))
                .execute();
    }

    /** Returns the crash logs that testers sent since a date. */
    public List<String> crashLogsSince(String appId, Instant since) {
        List<String> logs = new ArrayList<>();
        for (BetaFeedbackCrashSubmission crash : asc.apps().listBetaFeedbackCrashSubmissions(appId)) {
            if (crash.createdDate() == null || crash.createdDate().toInstant().isBefore(since)) {
                continue;
            }
            asc.betaFeedbackCrashSubmissions()
                    .getCrashLog(crash.id())
                    .execute()
                    .map(BetaCrashLog::logText)
                    .ifPresent(logs::add);
        }
        return logs;
    }
}
