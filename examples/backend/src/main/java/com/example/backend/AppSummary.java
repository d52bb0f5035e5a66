package com.example.backend;

import io.github.ascjava.client.model.apps.App;

/** What this service says about an app; changes when we want it to, not when Apple adds something. */
record AppSummary(String id, String name, String bundleId) {

    static AppSummary of(App app) {
        return new AppSummary(app.id(), app.name(), app.bundleId());
    }
}
