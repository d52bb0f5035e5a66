package io.github.ascjava.examples.webhooks;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.examples.cli.FailedException;
import java.util.List;

/** Finds the apps that have webhooks. */
final class WebhookFinder {

    private final AppStoreConnect asc;

    WebhookFinder(AppStoreConnect asc) {
        this.asc = asc;
    }

    /** Apple's filter finds more than the exact text. */
    App app(String bundleId) {
        return asc.apps().list(q -> q.filterBundleId(bundleId)).stream()
                .filter(app -> bundleId.equals(app.bundleId()))
                .findFirst()
                .orElseThrow(() ->
                        new FailedException("No app has the bundle id " + bundleId + ". See them all with: asc apps"));
    }

    List<App> apps() {
        return asc.apps().list(q -> q.limit(200)).toList();
    }
}
