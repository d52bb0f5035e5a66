package io.github.ascjava.release;

import static io.github.ascjava.release.ReadinessState.MET;
import static io.github.ascjava.release.ReadinessState.MISSING;
import static io.github.ascjava.release.ReadinessState.UNKNOWN;

import io.github.ascjava.client.error.NotFoundException;
import io.github.ascjava.client.model.apps.AgeRatingDeclaration;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.apps.AppInfo;
import io.github.ascjava.client.model.apps.AppInfoLocalization;
import io.github.ascjava.client.model.pricing.AppPriceSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks what an app needs before any of its versions can be reviewed. */
final class AppReadiness {

    private final ReadinessReader reader;
    private final App app;
    private final String appId;

    AppReadiness(ReadinessReader reader, App app) {
        this.reader = reader;
        this.app = app;
        this.appId = app.id();
    }

    void check() {
        reader.check(ReadinessRequirement.APP_INFO, this::checkAppInfo);
        reader.add(
                ReadinessRequirement.APP_PRIVACY,
                null,
                UNKNOWN,
                "the API does not show the answers, which the first version needs");
        checkContentRights();
        reader.check(ReadinessRequirement.PRICE, this::checkPrice);
        reader.check(ReadinessRequirement.AVAILABILITY, this::checkAvailability);
    }

    private void checkAppInfo() {
        Optional<AppInfo> found = AppInfoDraft.read(reader.asc(), appId);
        if (found.isEmpty()) {
            reader.add(ReadinessRequirement.APP_INFO, null, MISSING, "the app has no app info");
            return;
        }
        AppInfo info = found.get();
        for (AppInfoLocalization each :
                reader.asc().appInfos().listAppInfoLocalizations(info.id(), q -> q.limit(AppVersions.PAGE))) {
            List<String> missing = new ArrayList<>();
            if (VersionReadiness.isBlank(each.name())) {
                missing.add("name");
            }
            // tvOS has a text in place of a URL.
            if (VersionReadiness.isBlank(each.privacyPolicyUrl())
                    && VersionReadiness.isBlank(each.privacyPolicyText())) {
                missing.add("privacyPolicyUrl");
            }
            reader.add(ReadinessRequirement.APP_INFO, each.locale(), missing, "name and privacy policy");
        }
        String category = info.primaryCategory().id();
        reader.add(
                ReadinessRequirement.CATEGORY,
                null,
                category == null ? List.of("primaryCategory") : List.of(),
                String.valueOf(category));
        reader.check(ReadinessRequirement.AGE_RATING, () -> checkAgeRating(info));
    }

    private void checkAgeRating(AppInfo info) {
        Optional<AgeRatingDeclaration> declaration =
                ToOneReads.read(reader.asc().appInfos().getAgeRatingDeclaration(info.id()));
        if (declaration.isEmpty()) {
            reader.add(ReadinessRequirement.AGE_RATING, null, UNKNOWN, "the API does not show the declaration");
            return;
        }
        reader.add(
                ReadinessRequirement.AGE_RATING,
                null,
                AgeRatingAnswers.open(declaration.get()),
                "all questions are answered");
    }

    private void checkContentRights() {
        boolean isSet = app.contentRightsDeclaration() != null;
        reader.add(
                ReadinessRequirement.CONTENT_RIGHTS,
                null,
                isSet ? List.of() : List.of("contentRightsDeclaration"),
                "declared");
    }

    /**
     * A schedule that was never set can be a made-up one without prices
     * (docs/live-service.md#unconfigured-price-schedule-is-synthetic).
     */
    private void checkPrice() {
        boolean isSet;
        try {
            Optional<AppPriceSchedule> schedule =
                    reader.asc().apps().getAppPriceSchedule(appId).execute();
            isSet = schedule.isPresent()
                    && !reader.asc()
                            .appPriceSchedules()
                            .listManualPrices(schedule.get().id(), q -> q.limit(1))
                            .execute()
                            .data()
                            .isEmpty();
        } catch (NotFoundException e) {
            isSet = false;
        }
        reader.add(
                ReadinessRequirement.PRICE, null, isSet ? MET : MISSING, isSet ? "a price is set" : "no price is set");
    }

    /**
     * A 404 that names the availability and not the app says that it was never set
     * (docs/live-service.md#unconfigured-availability-is-not-found).
     */
    private void checkAvailability() {
        boolean isSet =
                ToOneReads.read(reader.asc().apps().getAppAvailabilityV2(appId)).isPresent();
        reader.add(
                ReadinessRequirement.AVAILABILITY,
                null,
                isSet ? MET : MISSING,
                isSet ? "the app is available in some territories" : "the availability was never set");
    }
}
