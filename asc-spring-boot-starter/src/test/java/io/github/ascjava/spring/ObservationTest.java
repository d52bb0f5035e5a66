package io.github.ascjava.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.CallStart;
import io.github.ascjava.client.error.NotFoundException;
import io.github.ascjava.testing.SandboxExtension;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** One observation per call. */
class ObservationTest {

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension();

    private final TestObservationRegistry observations = TestObservationRegistry.create();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> events = new CopyOnWriteArrayList<>();

    @Test
    void aCallIsOneObservationWhoseAttemptsAreEvents() {
        SANDBOX.failNext(503);
        observed()
                .run(context ->
                        context.getBean(AppStoreConnect.class).apps().list().execute());

        TestObservationRegistryAssert.assertThat(observations)
                .hasNumberOfObservationsEqualTo(1)
                .hasObservationWithNameEqualTo("ascjava.call")
                .that()
                .hasBeenStopped()
                .doesNotHaveError()
                .hasContextualNameEqualTo("GET /v1/apps")
                .hasLowCardinalityKeyValue("client", "default")
                .hasLowCardinalityKeyValue("operation", "AppsApi.list")
                .hasLowCardinalityKeyValue("method", "GET")
                .hasLowCardinalityKeyValue("path", "/v1/apps")
                .hasLowCardinalityKeyValue("status", "200")
                .hasLowCardinalityKeyValue("outcome", "SUCCESS")
                .hasHighCardinalityKeyValue("attempts", "2")
                .hasHighCardinalityKeyValueWithKey("request.id")
                .hasEvent("attempt");
        assertThat(events)
                .satisfiesExactly(
                        first -> assertThat(first).matches("attempt 1: 503, retry in \\d+ ms"),
                        second -> assertThat(second).isEqualTo("attempt 2: 200"));
    }

    @Test
    void meters() {
        SANDBOX.failNext(503);
        observed()
                .run(context ->
                        context.getBean(AppStoreConnect.class).apps().list().execute());

        assertThat(meters.get("ascjava.call")
                        .tags("operation", "AppsApi.list", "status", "200", "error", "none")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("ascjava.call.attempt")
                        .tag("status", "503")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("ascjava.call.attempt")
                        .tag("status", "200")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aCallThatFailsHasAnError() {
        observed().run(context -> {
            AppStoreConnect asc = context.getBean(AppStoreConnect.class);
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> asc.apps().get("1").execute());
        });

        TestObservationRegistryAssert.assertThat(observations)
                .hasSingleObservationThat()
                .hasBeenStopped()
                .hasLowCardinalityKeyValue("path", "/v1/apps/{id}")
                .hasLowCardinalityKeyValue("status", "404")
                .hasLowCardinalityKeyValue("outcome", "CLIENT_ERROR")
                .thenError()
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void anAsynchronousCallBelongsToTheObservationOfItsCaller() {
        observed().run(context -> {
            AppStoreConnect asc = context.getBean(AppStoreConnect.class);
            Observation job = Observation.start("job", observations);
            try (Observation.Scope scope = job.openScope()) {
                assertThat(scope).isNotNull();
                asc.apps().list().executeAsync().join();
            }
            job.stop();

            TestObservationRegistryAssert.assertThat(observations)
                    .hasObservationWithNameEqualTo("ascjava.call")
                    .that()
                    .hasBeenStopped()
                    .hasParentObservationContextMatching(
                            parent -> "job".equals(((Observation.Context) parent).getName()));
        });
    }

    @Test
    void aCallThatIsCanceledEnds() {
        SANDBOX.delayNext(Duration.ofSeconds(5));
        observed().run(context -> {
            CompletableFuture<?> call =
                    context.getBean(AppStoreConnect.class).apps().list().executeAsync();
            call.cancel(true);
        });

        TestObservationRegistryAssert.assertThat(observations)
                .hasSingleObservationThat()
                .hasBeenStopped()
                .hasLowCardinalityKeyValue("status", "none")
                .hasLowCardinalityKeyValue("outcome", "UNKNOWN")
                .thenError()
                .isInstanceOf(CancellationException.class);
    }

    /** A path without a template may hold an ID. */
    @Test
    void aCallThatDoesNotComeFromAnInterfaceHasNoPath() {
        AscCallContext context = new AscCallContext("default", new CallStart(null, "GET", "/v1/apps/{id}/secret/5"));
        AscCallConvention convention = new AscCallConvention();

        assertThat(convention.getContextualName(context)).isEqualTo("GET");
        assertThat(convention.getLowCardinalityKeyValues(context).stream())
                .noneMatch(pair -> pair.getValue().contains("5"));
    }

    @Test
    void theConventionCanBeReplaced() {
        observed()
                .withBean(AscCallConvention.class, () -> new AscCallConvention() {
                    @Override
                    public String getName() {
                        return "apple";
                    }
                })
                .run(context ->
                        context.getBean(AppStoreConnect.class).apps().list().execute());

        TestObservationRegistryAssert.assertThat(observations).hasObservationWithNameEqualTo("apple");
    }

    @Test
    void withoutARegistryNothingIsObserved() {
        Contexts.on(SANDBOX).run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(CallObservations.class));
    }

    private ApplicationContextRunner observed() {
        observations
                .observationConfig()
                .observationHandler(new DefaultMeterObservationHandler(meters))
                .observationHandler(new ObservationHandler<AscCallContext>() {
                    @Override
                    public void onEvent(Observation.Event event, AscCallContext context) {
                        events.add(event.getContextualName());
                    }

                    @Override
                    public boolean supportsContext(Observation.Context context) {
                        return context instanceof AscCallContext;
                    }
                });
        return Contexts.on(SANDBOX)
                .withBean(ObservationRegistry.class, () -> observations)
                // No random delays.
                .withBean(
                        AppStoreConnectCustomizer.class,
                        () -> (builder, name) ->
                                builder.options(o -> o.sleeper(delay -> CompletableFuture.completedFuture(null))));
    }
}
