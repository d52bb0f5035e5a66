package io.github.ascjava.examples.testflight;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.builds.ListBuilds;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.testflight.BetaGroup;
import io.github.ascjava.examples.cli.FailedException;
import java.util.Optional;

/** Finds what people name: builds of an app by number, and its groups by name. */
final class Finder {

    private final AppStoreConnect asc;

    Finder(AppStoreConnect asc) {
        this.asc = asc;
    }

    /** Returns the newest build with the number, of any version. */
    Optional<Build> build(App app, String number) {
        return asc
                .builds()
                .list(q -> q.filterApp(app.id()).filterVersion(number).sort(ListBuilds.Sort.UPLOADED_DATE_DESC))
                .stream()
                .findFirst();
    }

    /** Apple's filter finds more than the exact text. */
    BetaGroup group(App app, String name) {
        return asc.betaGroups().list(q -> q.filterApp(app.id()).filterName(name)).stream()
                .filter(group -> name.equals(group.name()))
                .findFirst()
                .orElseThrow(() -> new FailedException("The app " + app.name() + " has no group named " + name + "."));
    }
}
