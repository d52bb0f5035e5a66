package com.example.consumer;

import static com.example.apple.FakeApple.require;

import com.example.apple.FakeApple;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.apps.App;
import java.util.List;

/** Calls default methods from a jar that contains all dependencies; fails with a message if anything is wrong. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws Exception {
        require(
                Main.class.getResource("/META-INF/versions/16/retrofit2/DefaultMethodSupport.class") != null,
                "Retrofit has no multi-release part in this jar, so this program tests nothing. Check the current version.");
        try (FakeApple apple = new FakeApple();
                AppStoreConnect asc = apple.client()) {
            List<App> apps = asc.apps().list().toList();
            require(apps.size() == 1 && "Demo".equals(apps.get(0).name()), "The list was " + apps + ".");
            App app = asc.apps().get("1").execute();
            require("Demo".equals(app.name()), "The app was " + app + ".");
            asc.apps().update("1", b -> b.primaryLocale("de-DE")).execute();
        }
        System.out.println("The calls from a fat jar succeeded.");
    }
}
