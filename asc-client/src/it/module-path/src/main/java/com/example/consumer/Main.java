package com.example.consumer;

import static com.example.apple.FakeApple.require;

import com.example.apple.FakeApple;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.model.apps.App;
import java.util.List;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** Makes calls from a named module; fails with a message if anything is wrong. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws Exception {
        require(Main.class.getModule().isNamed(), "The program runs on the class path.");
        require(
                AppStoreConnect.class.getModule().getName().equals("io.github.ascjava.client"),
                "asc-client is the module " + AppStoreConnect.class.getModule() + ".");
        try (FakeApple apple = new FakeApple();
                AppStoreConnect asc = apple.client()) {
            List<App> apps = asc.apps().list().toList();
            require(apps.size() == 1 && "Demo".equals(apps.get(0).name()), "The call returned " + apps + ".");
            asc.betaGroups().delete("g1").execute();
            App own = asc.api(Own.class).first().execute();
            require(own.id().equals("1"), "The interface of this module returned " + own + ".");
        }
        System.out.println("The calls on the module path succeeded.");
    }

    /** A custom operation. */
    public interface Own {

        @GET("v1/apps/{id}")
        ApiCall<App> app(@Path("id") String id);

        default ApiCall<App> first() {
            return app("1");
        }
    }
}
