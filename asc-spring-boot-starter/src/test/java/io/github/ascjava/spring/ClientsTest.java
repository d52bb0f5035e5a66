package io.github.ascjava.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.CallAttempt;
import io.github.ascjava.client.call.CallListener;
import io.github.ascjava.client.call.ClientOptions;
import io.github.ascjava.client.call.RateLimiter;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.error.ReadOnlyClientException;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.SandboxExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which clients there are, how they are configured, and how they end. */
class ClientsTest {

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension();

    @Test
    void propertiesBecomeOptions() {
        Contexts.on(SANDBOX)
                .withPropertyValues(
                        "ascjava.client.timeout=30s",
                        "ascjava.client.retry.max-retries=1",
                        "ascjava.client.retry.initial-backoff=2s",
                        "ascjava.client.retry.max-backoff=5s",
                        "ascjava.client.rate-limiter=in-memory",
                        "ascjava.client.max-response-size=2MB",
                        "ascjava.client.max-pages=7",
                        "ascjava.client.user-agent=release-bot/2.1")
                .run(context -> {
                    AppStoreConnect asc = context.getBean(AppStoreConnect.class);
                    asc.apps().list(q -> q.limit(1)).execute();

                    ClientOptions options = asc.options();
                    assertThat(options.callOptions().timeout()).isEqualTo(Duration.ofSeconds(30));
                    assertThat(options.callOptions().retryPolicy())
                            .isEqualTo(new RetryPolicy(1, Duration.ofSeconds(2), Duration.ofSeconds(5)));
                    assertThat(options.rateLimiter()).isNotNull();
                    assertThat(options.maxResponseBytes()).isEqualTo(2 * 1024 * 1024);
                    assertThat(options.maxPages()).isEqualTo(7);
                    assertThat(last().headers().get("User-Agent")).startsWith("release-bot/2.1 ");
                });
    }

    @Test
    void aReadOnlyPropertyIsThatOfOneClientOrOfAll() {
        ApplicationContextRunner both =
                Contexts.on(SANDBOX).withPropertyValues(Contexts.key("ascjava.keys.emea", SANDBOX));

        both.run(context -> assertThat(readOnly(context)).containsExactly(false, false));
        both.withPropertyValues("ascjava.keys.emea.read-only=true")
                .run(context -> assertThat(readOnly(context)).containsExactly(false, true));
        both.withPropertyValues("ascjava.key.read-only=true")
                .run(context -> assertThat(readOnly(context)).containsExactly(true, false));
        both.withPropertyValues("ascjava.client.read-only=true", "ascjava.key.read-only=false")
                .run(context -> {
                    assertThat(readOnly(context)).containsExactly(true, true);
                    AppStoreConnect asc = context.getBean(AppStoreConnect.class);
                    int before = SANDBOX.requests().size();
                    assertThatExceptionOfType(ReadOnlyClientException.class)
                            .isThrownBy(() -> asc.devices()
                                    .update("1", b -> b.name("Phone"))
                                    .execute());
                    assertThat(SANDBOX.requests()).hasSize(before);
                    assertThat(asc.apps().list().toList()).isNotEmpty();
                });
    }

    private static List<Boolean> readOnly(ApplicationContext context) {
        return Stream.of("appStoreConnect", "emeaAppStoreConnect")
                .map(name ->
                        context.getBean(name, AppStoreConnect.class).options().readOnly())
                .toList();
    }

    @Test
    void theDefaultsAreThoseOfTheLibrary() {
        Contexts.on(SANDBOX).run(context -> {
            ClientOptions options = context.getBean(AppStoreConnect.class).options();
            assertThat(options.callOptions()).isEqualTo(ClientOptions.DEFAULT.callOptions());
            assertThat(options.rateLimiter()).isNull();
            assertThat(options.maxResponseBytes()).isEqualTo(ClientOptions.DEFAULT.maxResponseBytes());
            assertThat(options.maxPages()).isEqualTo(ClientOptions.DEFAULT.maxPages());
        });
    }

    @Test
    void eachNamedKeyHasAClientWithItsNameAsQualifier() {
        Contexts.on(SANDBOX)
                .withPropertyValues(Contexts.key("ascjava.keys.emea", SANDBOX))
                .withPropertyValues(Contexts.key("ascjava.keys.games-2", SANDBOX))
                .withUserConfiguration(Injected.class)
                .run(context -> {
                    assertThat(context.getBeanNamesForType(AppStoreConnect.class))
                            .containsExactlyInAnyOrder(
                                    "appStoreConnect", "emeaAppStoreConnect", "games-2AppStoreConnect");
                    Clients clients = context.getBean(Clients.class);
                    assertThat(clients.primary()).isSameAs(context.getBean("appStoreConnect"));
                    assertThat(clients.emea()).isSameAs(context.getBean("emeaAppStoreConnect"));
                    assertThat(clients.games()).isSameAs(context.getBean("games-2AppStoreConnect"));
                    assertThat(clients.games().apps().list().toList()).isNotEmpty();
                });
    }

    @Test
    void withNamedKeysOnlyThereIsNoOtherClient() {
        Contexts.plain()
                .withPropertyValues(Contexts.url(SANDBOX))
                .withPropertyValues(Contexts.key("ascjava.keys.emea", SANDBOX))
                .run(context -> assertThat(context.getBean(AppStoreConnect.class))
                        .isSameAs(context.getBean("emeaAppStoreConnect")));
    }

    @Test
    void anApplicationsOwnClientReplacesAll() {
        Contexts.plain()
                .withBean("mine", AppStoreConnect.class, () -> AppStoreConnect.create(SANDBOX.key()))
                .withPropertyValues("ascjava.keys.emea.id=2X9R4HXF34")
                .run(context -> assertThat(context.getBeanNamesForType(AppStoreConnect.class))
                        .containsExactly("mine"));
    }

    @Test
    void anApplicationsOwnKeyIsThatOfTheDefaultClient() {
        Contexts.plain()
                .withBean(ApiKey.class, SANDBOX::key)
                .withPropertyValues(Contexts.url(SANDBOX))
                .withPropertyValues(Contexts.key("ascjava.keys.emea", SANDBOX))
                .run(context -> assertThat(
                                context.getBean(AppStoreConnect.class).auth().key())
                        .isSameAs(SANDBOX.key()));
    }

    @Test
    void clientsCanBeSwitchedOff() {
        Contexts.plain()
                .withPropertyValues("ascjava.client.enabled=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(AppStoreConnect.class)
                        .doesNotHaveBean(ApiKey.class));
    }

    @Test
    void beansOfTheApplicationConfigureEachClient() {
        List<String> heard = new CopyOnWriteArrayList<>();
        RateLimiter limiter = RateLimiter.inMemory();
        Contexts.on(SANDBOX)
                .withPropertyValues(Contexts.key("ascjava.keys.emea", SANDBOX))
                .withPropertyValues("ascjava.client.rate-limiter=in-memory")
                .withBean(RateLimiter.class, () -> limiter)
                .withBean(CallListener.class, () -> new CallListener() {
                    @Override
                    public void onRequest(CallAttempt attempt) {
                        heard.add(attempt.operation());
                    }
                })
                .withBean(
                        AppStoreConnectCustomizer.class,
                        () -> (builder, name) -> builder.userAgent("of-" + name + "/1"))
                .run(context -> {
                    AppStoreConnect emea = context.getBean("emeaAppStoreConnect", AppStoreConnect.class);
                    emea.apps().list().execute();

                    assertThat(emea.options().rateLimiter()).isSameAs(limiter);
                    assertThat(context.getBean(AppStoreConnect.class).options().rateLimiter())
                            .isSameAs(limiter);
                    assertThat(heard).containsExactly("GET /v1/apps");
                    assertThat(last().headers().get("User-Agent")).startsWith("of-emea/1 ");
                });
    }

    @Test
    void clientsAreClosedWithTheContext() {
        List<AppStoreConnect> clients = new CopyOnWriteArrayList<>();
        Contexts.on(SANDBOX)
                .withPropertyValues(Contexts.key("ascjava.keys.emea", SANDBOX))
                .run(context -> clients.addAll(
                        context.getBeansOfType(AppStoreConnect.class).values()));

        assertThat(clients)
                .hasSize(2)
                .allSatisfy(client -> assertThat(client.httpClient()
                                .dispatcher()
                                .executorService()
                                .isShutdown())
                        .isTrue());
    }

    @Test
    void anAsynchronousCallEndsBeforeTheContextIsClosed() {
        SANDBOX.delayNext(Duration.ofMillis(500));
        List<CompletableFuture<Page<App>>> calls = new CopyOnWriteArrayList<>();
        Contexts.on(SANDBOX)
                .run(context -> calls.add(
                        context.getBean(AppStoreConnect.class).apps().list().executeAsync()));

        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.isDone()).isTrue();
            assertThat(call.join().data()).isNotEmpty();
        });
    }

    private static RecordedRequest last() {
        List<RecordedRequest> requests = SANDBOX.requests();
        return requests.get(requests.size() - 1);
    }

    record Clients(AppStoreConnect primary, AppStoreConnect emea, AppStoreConnect games) {}

    @Configuration(proxyBeanMethods = false)
    static class Injected {

        @Bean
        Clients clients(
                AppStoreConnect primary,
                @Qualifier("emea") AppStoreConnect emea,
                @Qualifier("games-2") AppStoreConnect games) {
            return new Clients(primary, emea, games);
        }
    }
}
