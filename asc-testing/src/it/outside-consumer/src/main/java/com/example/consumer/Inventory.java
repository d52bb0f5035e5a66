package com.example.consumer;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.apps.App;
import java.util.List;
import java.util.stream.StreamSupport;

/** The user's own code, which is to be tested. */
public final class Inventory {

    private final AppStoreConnect asc;

    public Inventory(AppStoreConnect asc) {
        this.asc = asc;
    }

    /** Returns the names of all apps. */
    public List<String> appNames() {
        return StreamSupport.stream(asc.apps().list().spliterator(), false)
                .map(App::name)
                .toList();
    }
}
