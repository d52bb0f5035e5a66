package io.github.ascjava.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.apps.App;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class SandboxExtensionTest {

    /** The sandbox URLs in the tests of the classes below, in their order. */
    private static final List<String> URLS = new CopyOnWriteArrayList<>();

    @BeforeEach
    void forgetUrls() {
        URLS.clear();
    }

    @Test
    void inAStaticFieldOneSandboxServesAllTests() {
        run(Shared.class, 4);

        assertThat(URLS).hasSize(4).containsOnly(URLS.get(0));
        assertThat(answers(URLS.get(0))).isFalse();
    }

    @Test
    void inAnInstanceFieldEachTestHasItsOwn() {
        run(Own.class, 2);

        assertThat(URLS).doesNotHaveDuplicates().noneMatch(SandboxExtensionTest::answers);
    }

    @Test
    void declaredOnTheClassItHandsOutSandboxAndClient() {
        run(Declared.class, 2);

        assertThat(URLS).containsOnly(URLS.get(0));
        assertThat(answers(URLS.get(0))).isFalse();
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Shared {

        @RegisterExtension
        static final SandboxExtension sandbox =
                new SandboxExtension(Sandbox.builder().empty());

        private final AppStoreConnect asc = sandbox.client();

        @Test
        @Order(1)
        void leavesFaultsAndRequests() {
            URLS.add(sandbox.baseUrl());
            sandbox.answerNext(Answer.json(200, Documents.one(ResourceObject.of("apps", "1"))));
            asc.apps().get("1").execute();
            sandbox.failNext(10, 500);
            sandbox.add(ResourceObject.of("apps", "1").attribute("name", "Demo"));
            assertThat(sandbox.requests()).hasSize(1);
        }

        @Test
        @Order(2)
        void findsOnlyTheResources() {
            URLS.add(sandbox.baseUrl());
            assertThat(sandbox.requests()).isEmpty();
            assertThat(asc.apps().list().toList()).extracting(App::name).containsExactly("Demo");
        }

        @Nested
        class Within {

            @Test
            void findsTheSame() {
                URLS.add(sandbox.baseUrl());
                assertThat(asc.apps().list().toList()).hasSize(1);
            }
        }

        @Nested
        class WithinToo {

            @Test
            void findsTheSame() {
                URLS.add(sandbox.baseUrl());
                assertThat(asc.apps().list().toList()).hasSize(1);
            }
        }
    }

    static class Own {

        @RegisterExtension
        final SandboxExtension sandbox = new SandboxExtension(Sandbox.builder().empty());

        private final String url = sandbox.baseUrl();

        @Test
        void one() {
            use();
        }

        @Test
        void other() {
            use();
        }

        private void use() {
            URLS.add(url);
            assertThat(sandbox.baseUrl()).isEqualTo(url);
            assertThat(answers(url)).isTrue();
        }
    }

    @ExtendWith(SandboxExtension.class)
    static class Declared {

        Declared(Sandbox sandbox) {
            URLS.add(sandbox.baseUrl());
        }

        @Test
        void getsBoth(Sandbox sandbox, AppStoreConnect asc) {
            URLS.add(sandbox.baseUrl());
            assertThat(asc).isSameAs(sandbox.client());
        }

        @Test
        void getsTheSameAgain(Sandbox sandbox) {
            URLS.add(sandbox.baseUrl());
        }
    }

    private static void run(Class<?> testClass, int tests) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(testClass))
                                .build(),
                        new TestExecutionListener[] {summary});
        List<Throwable> failures = new ArrayList<>();
        for (TestExecutionSummary.Failure failure : summary.getSummary().getFailures()) {
            failures.add(failure.getException());
        }
        assertThat(failures).isEmpty();
        assertThat(summary.getSummary().getTestsSucceededCount()).isEqualTo(tests);
    }

    private static boolean answers(String url) {
        OkHttpClient http = new OkHttpClient();
        try (Response response =
                http.newCall(new Request.Builder().url(url + "v1/apps").build()).execute()) {
            return response.code() == 401;
        } catch (java.io.IOException e) {
            return false;
        } finally {
            http.connectionPool().evictAll();
        }
    }
}
