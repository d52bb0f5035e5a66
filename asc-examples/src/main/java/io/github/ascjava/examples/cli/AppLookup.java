package io.github.ascjava.examples.cli;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.error.NotFoundException;
import io.github.ascjava.client.model.apps.App;
import java.util.regex.Pattern;

/** Finds the app that an argument names: by its bundle ID, or by its Apple ID, which has digits only. */
public final class AppLookup {

    /** What help says about such an argument. */
    public static final String DESCRIPTION = "The app: its bundle ID, or its Apple ID.";

    private static final Pattern APPLE_ID = Pattern.compile("\\d+");

    private AppLookup() {}

    /**
     * Returns the app.
     *
     * @throws FailedException if there is none
     */
    public static App app(AppStoreConnect asc, String name) {
        if (!APPLE_ID.matcher(name).matches()) {
            return named(asc, name);
        }
        try {
            return asc.apps().get(name).execute();
        } catch (NotFoundException e) {
            throw new FailedException("No app has the Apple ID " + name + ". See them all with: asc apps", e);
        }
    }

    /**
     * Returns the ID of the app; an Apple ID without asking whether there is such an app.
     *
     * @throws FailedException if no app has the bundle ID
     */
    public static String id(AppStoreConnect asc, String name) {
        return APPLE_ID.matcher(name).matches() ? name : named(asc, name).id();
    }

    /** Apple's filter finds more than the exact text. */
    private static App named(AppStoreConnect asc, String bundleId) {
        return asc.apps().list(q -> q.filterBundleId(bundleId)).stream()
                .filter(app -> bundleId.equals(app.bundleId()))
                .findFirst()
                .orElseThrow(() ->
                        new FailedException("No app has the bundle ID " + bundleId + ". See them all with: asc apps"));
    }
}
