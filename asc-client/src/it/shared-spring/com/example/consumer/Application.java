package com.example.consumer;

import static com.example.apple.FakeApple.require;

import com.example.apple.FakeApple;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.testflight.BetaGroup;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A web application with a client, which sends requests to itself; fails with a message if anything is wrong. */
@SpringBootApplication
public class Application {

    @Bean
    FakeApple apple() throws Exception {
        return new FakeApple();
    }

    @Bean
    AppStoreConnect appStoreConnect(FakeApple apple) throws Exception {
        return apple.client();
    }

    /** Returns resources without conversion. */
    @RestController
    static class Controller {

        private final AppStoreConnect asc;

        Controller(AppStoreConnect asc) {
            this.asc = asc;
        }

        @GetMapping("/apps")
        List<App> apps() {
            return asc.apps().list().toList();
        }

        @GetMapping("/apps/{id}")
        App app(@PathVariable String id) {
            return asc.apps().get(id).execute();
        }

        @GetMapping("/groups/{id}")
        BetaGroup group(@PathVariable String id) {
            return asc.betaGroups().get(id).execute();
        }
    }

    public static void main(String[] args) throws Exception {
        try (ConfigurableApplicationContext context =
                SpringApplication.run(Application.class, "--server.port=0", "--server.address=127.0.0.1")) {
            String url = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
            requireAnswer(url + "/apps", "[" + FakeApple.PLAIN_APP + "]");
            requireAnswer(url + "/apps/1", FakeApple.PLAIN_APP);
            requireAnswer(url + "/groups/g1", FakeApple.PLAIN_GROUP);
        }
        System.out.println("Spring Boot " + SpringBootVersion.getVersion() + " returned resources as JSON.");
    }

    private static void requireAnswer(String url, String expected) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        ObjectMapper mapper = new ObjectMapper();
        require(
                response.statusCode() == 200 && mapper.readTree(expected).equals(mapper.readTree(response.body())),
                url + " responded to " + response.statusCode() + " with " + response.body() + ", not " + expected);
    }
}
