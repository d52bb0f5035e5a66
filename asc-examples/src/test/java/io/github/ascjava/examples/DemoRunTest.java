package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a newcomer sees who has no key yet. */
class DemoRunTest {

    private static final Map<String, String> NO_KEY = Map.of();

    @Test
    void appsPrintsTheAppsSortedByName() {
        Program run = Program.run(NO_KEY, "apps");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                        ID          BUNDLE ID                SKU       LOCALE  NAME
                        6444012873  com.example.tides        TIDES     de-DE   Gezeiten
                        6470098121  com.example.lumiere      LUM-2     fr-FR   Lumière
                        1480212334  com.example.trailledger  TRAIL-01  en-GB   Trail Ledger
                        1074682240  com.example.cortado      CORTADO   en-US   Your Next Cortado
                        """);
    }

    @Test
    void usersPrintsRolesAndVisibleApps() {
        Program run = Program.run(NO_KEY, "users");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                        USER                 NAME         ROLES                   APPS
                        finance@example.com  Sam Ortiz    FINANCE                 all
                        jonas@example.com    Jonas Lind   APP_MANAGER             Trail Ledger, Gezeiten
                        maya@example.com     Maya Okafor  ACCOUNT_HOLDER, ADMIN   all
                        priya@example.com    Priya Raman  CREATE_APPS, DEVELOPER  Your Next Cortado
                        """);
    }

    @Test
    void whoamiSaysWhatTheKeyIsAndThatItWorks() {
        Program run = Program.run(NO_KEY, "whoami");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT"))
                .isEqualToNormalizingNewlines("""
                        Key         team key 2X9R4HXF34, issuer 57246542-96fe-1a63-e053-0824d011072a
                        Token       19 min, for everything the key may do
                        Server      http://127.0.0.1:PORT/
                        Answer      200, the key works
                        Clock       agrees with the server's
                        Rate limit  3599 of 3600 requests left this hour
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"apps", "users", "whoami"})
    void saysInOneLineThatItIsADemo(String command) {
        Program run = Program.run(NO_KEY, command);

        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .matches("No API key is configured, so this is a demo server with made-up data on"
                        + " http://127\\.0\\.0\\.1:\\d+/");
    }

    @Test
    void withoutACommandShowsTheUsage() {
        Program run = Program.run(NO_KEY);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("Name a command.").contains("whoami", "apps", "users");
    }

    @Test
    void aBaseUrlWithoutAKeyIsAMistakeWorthSaying() {
        Program run = Program.run(Map.of("ASC_BASE_URL", "http://localhost:1/"), "apps");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualToIgnoringNewLines("ASC_BASE_URL is set, but no API key to sign requests with. Set ASC_KEY_ID,"
                        + " ASC_ISSUER_ID and ASC_PRIVATE_KEY_PATH as well.");
    }
}
