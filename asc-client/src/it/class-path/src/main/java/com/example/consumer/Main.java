package com.example.consumer;

import static com.example.apple.FakeApple.require;

import com.example.apple.FakeApple;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.apps.App;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import okhttp3.OkHttp;

/** Makes one call and checks the transitive dependencies; fails with a message if anything is wrong. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws Exception {
        requireOnce("okhttp3/OkHttpClient.class");
        requireOnce("com/fasterxml/jackson/databind/ObjectMapper.class");
        requireOnce("com/fasterxml/jackson/core/JsonFactory.class");
        require(OkHttp.VERSION.startsWith("5."), "OkHttp is " + OkHttp.VERSION + ", not 5.x.");
        require(copies("org/junit/Test.class") == 0, "JUnit 4 is on the class path.");
        require(copies("org/junit/jupiter/api/Test.class") == 0, "JUnit Jupiter is on the class path.");
        try (FakeApple apple = new FakeApple();
                AppStoreConnect asc = apple.client()) {
            List<App> apps = asc.apps().list().toList();
            require(apps.size() == 1 && "Demo".equals(apps.get(0).name()), "The call returned " + apps + ".");
        }
        System.out.println("The call on the class path succeeded, with OkHttp " + OkHttp.VERSION + ".");
    }

    private static void requireOnce(String classFile) throws IOException {
        int copies = copies(classFile);
        require(copies == 1, classFile + " is on the class path " + copies + " times.");
    }

    private static int copies(String classFile) throws IOException {
        return Collections.list(Main.class.getClassLoader().getResources(classFile))
                .size();
    }
}
