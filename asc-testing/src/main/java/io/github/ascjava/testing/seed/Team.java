package io.github.ascjava.testing.seed;

import io.github.ascjava.testing.behaviour.common.Account;
import io.github.ascjava.testing.behaviour.common.Dates;
import io.github.ascjava.testing.engine.StoredResource;
import io.github.ascjava.testing.engine.World;
import io.github.ascjava.testing.pki.Authority;
import java.util.List;

/**
 * A made-up team with four apps, and with everything that teams gather over the years.
 *
 * <p>Its dates are counted back from the sandbox's start; all else depends on the world's seed alone, but for the keys of its
 * certificates.
 */
public final class Team {

    private Team() {}

    /** Puts the team into a world that has what {@link Reference} provides. */
    public static void fill(World world, Account account, Authority authority) {
        Planter planter = new Planter(world);
        Apps apps = new Apps(planter);
        StoredResource cortado = apps.plant(AppSeed.CORTADO, "PREPARE_FOR_SUBMISSION");
        StoredResource trail = apps.plant(AppSeed.TRAIL, "PENDING_DEVELOPER_RELEASE");
        StoredResource tides = apps.plant(AppSeed.TIDES, "READY_FOR_DISTRIBUTION");
        StoredResource lumiere = apps.plant(AppSeed.LUMIERE, "PREPARE_FOR_SUBMISSION");

        new People(planter).plant(cortado, trail, tides);
        new Signing(planter, account, authority)
                .plant(List.of(AppSeed.CORTADO, AppSeed.TRAIL, AppSeed.TIDES, AppSeed.LUMIERE));

        BuildsOfApps builds = new BuildsOfApps(planter);
        Testing testing = new Testing(planter);
        testing.plant(AppSeed.CORTADO, cortado, builds.plant(AppSeed.CORTADO, cortado), 140, 70);
        testing.plant(AppSeed.TRAIL, trail, builds.plant(AppSeed.TRAIL, trail), 30, 0);
        testing.plant(AppSeed.TIDES, tides, builds.plant(AppSeed.TIDES, tides), 12, 0);
        builds.plant(AppSeed.LUMIERE, lumiere);

        Selling selling = new Selling(planter);
        selling.plant(cortado, "0");
        selling.plant(trail, "4.99");
        selling.plant(tides, "0");
        selling.plantPurchases(cortado, trail);

        Reviews reviews = new Reviews(planter);
        reviews.plant(cortado, 180);
        reviews.plant(trail, 90);
        reviews.plant(tides, 45);

        planter.addTo(
                cortado,
                "analyticsReportRequests",
                "analyticsReportRequests",
                "accessType",
                "ONGOING",
                "stoppedDueToInactivity",
                false);
        planter.addTo(
                cortado,
                "webhooks",
                "webhooks",
                "enabled",
                false,
                "eventTypes",
                List.of("APP_STORE_VERSION_APP_VERSION_STATE_UPDATED", "BUILD_UPLOAD_STATE_UPDATED"),
                "name",
                "CI",
                "url",
                "https://ci.example.com/app-store",
                "secret",
                planter.uuid());
        pastSubmission(tides, planter);
    }

    private static void pastSubmission(StoredResource app, Planter planter) {
        StoredResource submission = planter.addTo(
                app,
                "reviewSubmissions",
                "reviewSubmissions",
                "platform",
                "IOS",
                "submittedDate",
                Dates.zulu(planter.daysAgo(9)),
                "state",
                "COMPLETE");
        StoredResource item = planter.addTo(submission, "items", "reviewSubmissionItems", "state", "APPROVED");
        List<StoredResource> versions = planter.store().related(app, "appStoreVersions");
        StoredResource newest = versions.get(versions.size() - 1);
        planter.store().link(item, "appStoreVersion", newest);
        planter.store().link(submission, "appStoreVersionForReview", newest);
        StoredResource key = planter.store().get("actors", "2X9R4HXF34");
        planter.store().link(submission, "submittedByActor", key);
        planter.store().link(submission, "lastUpdatedByActor", key);
    }
}
