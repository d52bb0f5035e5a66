package io.github.ascjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.ascjava.codegen.Model.Member;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final JavaType ROOM = new JavaType("a.b", "Room");

    private final Secrets rule = new Secrets(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demoAccountPassword",
                "secret",
                "secrets",
                "clientSecretText",
                "passphrase",
                "accessToken",
                "awsCredentials",
                "apiKey",
                "privateKey",
                "downloadUrl",
                "signedURL",
                "uploadUris"
            })
    void theNameOfASecretSaysSo(String name) {
        assertThat(hidden(rule, ROOM, text(name))).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url",
                "publicLink",
                "marketingUrl",
                "privacyPolicyUrl",
                "templateUrl",
                "apiKeyId",
                "publicKey",
                "tokenized",
                "value",
                "downloads"
            })
    void whatEveryoneMayReadIsShown(String name) {
        assertThat(hidden(rule, ROOM, text(name))).isEmpty();
    }

    @Test
    void onlyTextsAndUrlsCanBeSecrets() {
        JavaType file = new JavaType("a.b", "File");

        assertThat(hidden(
                        rule,
                        ROOM,
                        member("passwordRequired", JavaType.BOOLEAN),
                        member("iconToken", file),
                        member("tokenCount", JavaType.LONG),
                        member("tokens", JavaType.list(JavaType.STRING)),
                        member("downloadUrl", JavaType.URI)))
                .containsExactly("tokens", "downloadUrl");
    }

    @ParameterizedTest
    @CsvSource({"expirationDate", "urlExpirationDate", "expiration", "expiresAt"})
    void aUrlThatExpiresIsSigned(String expiry) {
        assertThat(hidden(rule, ROOM, text("url"), member(expiry, JavaType.DATE_TIME)))
                .containsExactly("url");
    }

    @Test
    void aUrlOfAnUploadIsSigned() {
        assertThat(hidden(rule, new JavaType("a.b", "RoomUploadOperation"), text("url"), text("method")))
                .containsExactly("url");
    }

    @Test
    void theValueOfAHeaderIsASecretAndItsNameIsNot() {
        assertThat(hidden(rule, new JavaType("a.b", "HttpHeader"), text("name"), text("value")))
                .containsExactly("value");
    }

    @Test
    void theFileDecidesWhereTheRuleIsWrong() {
        Secrets secrets = new Secrets(List.of(
                "hide Room.url = opens the door [https://example.com]",
                "show *.doorToken = the number on the door [https://example.com]",
                "hide House.doorToken = a code [https://example.com]"));

        assertThat(hidden(secrets, ROOM, text("url"), text("doorToken"))).containsExactly("url");
        assertThat(hidden(secrets, new JavaType("a.b", "House"), text("url"), text("doorToken")))
                .containsExactly("doorToken");
    }

    @Test
    void aLineThatChangesNothingIsReported() {
        Model model = Documents.plan(Documents.small());

        assertThat(new Secrets(List.of(
                                "hide AppRoomPicture.caption = is needed [https://example.com]",
                                "show *.downloadUrl = is needed [https://example.com]",
                                "hide BuildBrick.weight = is needed [https://example.com]",
                                "show BuildBrick.color = is shown anyway [https://example.com]",
                                "show BuildBrick.colour = does not exist [https://example.com]",
                                "hide *.downloadURL = does not exist [https://example.com]"))
                        .outdated(model))
                .containsExactly(
                        "The line 'hide *.downloadURL' of secrets.txt no longer changes anything. Remove it.",
                        "The line 'show BuildBrick.color' of secrets.txt no longer changes anything. Remove it.",
                        "The line 'show BuildBrick.colour' of secrets.txt no longer changes anything. Remove it.");
        assertThat(new Secrets(List.of("hide BuildBrick.downloadUrl = is hidden anyway [https://example.com]"))
                        .outdated(model))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hide Room.url",
                "hide Room.url = without a source",
                "mask Room.url = reason [https://example.com]",
                "hide url = reason [https://example.com]"
            })
    void aLineOfAnotherFormIsAMistake(String line) {
        assertThatThrownBy(() -> new Secrets(List.of(line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The line '" + line + "' of secrets.txt is not 'hide|show Class.member = reason [source]'.");
    }

    @Test
    void aMemberThatIsListedTwiceIsAMistake() {
        assertThatThrownBy(() -> new Secrets(List.of(
                        "hide Room.url = reason [https://example.com]",
                        "show Room.url = reason [https://example.com]")))
                .hasMessage("Room.url is in secrets.txt twice.");
    }

    @Test
    @Tag("document")
    void everyLineOfTheFileIsNeeded() {
        assertThat(Secrets.read().outdated(Planner.plan(Documents.effective()))).isEmpty();
    }

    private static List<String> hidden(Secrets secrets, JavaType owner, Member... members) {
        return secrets.of(owner, Arrays.asList(members)).stream()
                .map(Member::jsonName)
                .toList();
    }

    private static Member text(String name) {
        return member(name, JavaType.STRING);
    }

    private static Member member(String name, JavaType type) {
        return new Member(name, name, type, MissingNode.getInstance());
    }
}
