package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallCommandTest extends SandboxedTest {

    @Test
    void anAnswerIsPrintedAsReadableJson() {
        Program run = run("call", "GET", "/v1/apps?limit=1&fields[apps]=name");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("\"attributes\" : {").contains("\"name\" : \"Your Next Cortado\"");
    }

    @Test
    void anAttemptThatGotNoResponseIsToldBeforeTheNext() {
        sandbox.dropNextResponse();

        Program run = run("call", "GET", "/v1/apps");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).containsPattern("GET /v1/apps failed: .*\\. Trying again in \\d+ s\\.");
    }

    @Test
    void anErrorIsALineAndAnExitCode() {
        Program run = run("call", "GET", "/v1/apps/0");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("404 NOT_FOUND", "There is no resource of type 'apps' with id '0'");
    }

    @Test
    void aBodyIsSentFromAFile() {
        String body = file("body.json", """
                {"data": {"type": "devices", "attributes":
                    {"name": "New iPhone", "platform": "IOS", "udid": "00008150-001A2B3C4D5E601F"}}}
                """);

        Program run = run("call", "post", "/v1/devices", "--body", body);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("\"deviceClass\" : \"IPHONE\"");
    }

    @Test
    void deletingAsksFirst() {
        String id = sandbox.client().userInvitations().list().iterator().next().id();

        assertThat(answering("n", "call", "DELETE", "/v1/userInvitations/" + id).exitCode())
                .isEqualTo(1);
        assertThat(writes()).isZero();
        assertThat(answering("y", "call", "DELETE", "/v1/userInvitations/" + id).exitCode())
                .isZero();
        assertThat(sandbox.client().userInvitations().list().stream())
                .noneMatch(invitation -> invitation.id().equals(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/v1/apps", "v1/apps", ""})
    void nothingLeadsToAnotherHost(String path) {
        Program run = run("call", "GET", path);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("The path begins with one slash");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/\\127.0.0.2/v1/apps",
                "/\\\\127.0.0.2/v1/apps",
                "/\t//127.0.0.2/v1/apps",
                "/ //127.0.0.2/v1/apps",
                "/https://127.0.0.2/v1/apps"
            })
    void nothingThatClientsReadAsAnotherHostIsSent(String path) {
        Program run = run("call", "POST", path);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(" leads away from http://127.0.0.1:", "so nothing was sent");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void whatIsAnsweredCannotActOnTheTerminal() {
        sandbox.on("GET", "/v1/apps").answerNext(Answer.of(200, "text/plain", "a\033]0;owned\007\u202e\n\u009b2Jb"));

        assertThat(run("call", "GET", "/v1/apps").out())
                .isEqualToNormalizingNewlines("a\\u001b]0;owned\\u0007\\u202e\n\\u009b2Jb\n");
    }

    @Test
    void anErrorMessageCannotActOnTheTerminal() {
        sandbox.on("GET", "/v1/apps")
                .answerNext(
                        Answer.json(
                                400,
                                "{\"errors\": [{\"status\": \"400\", \"code\": \"X\", \"detail\": \"\\u001b[2J\\u202e\\u009b1m\"}]}"));

        assertThat(run("call", "GET", "/v1/apps").err())
                .contains("400 X", "\\u202e")
                .doesNotContain("\033", "\u202e", "\u009b");
    }

    @Test
    void aMethodThatIsNoneIsNamed() {
        assertThat(run("call", "FETCH", "/v1/apps").err())
                .contains("The method is GET, POST, PATCH or DELETE, but was FETCH.");
    }
}
