package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.client.model.appstore.AppStoreVersionLocalization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataCommandsTest extends SandboxedTest {

    private static final String APP = "com.example.cortado";
    /** The version of the app that is being prepared. */
    private static final String VERSION = "3f9cf5b2-e040-43cd-b4f4-aad6daa3018b";

    @Test
    void pullWritesFilesAndDiffFindsNone() {
        Program pull = metadata("pull");
        assertThat(pull.exitCode()).as(pull.err()).isZero();
        assertThat(pull.out()).startsWith("FILE\n").contains("metadata/en-US/description.txt\n");
        assertThat(metadata("pull").out()).isEqualTo("The files have the texts of version 2.5.0 already.\n");
        Program diff = metadata("diff");
        assertThat(diff.exitCode()).isZero();
        assertThat(diff.out()).isEqualTo("No difference: version 2.5.0 has the texts of the files.\n");
        assertThat(writes()).isZero();
    }

    @Test
    void diffShowsChangesAndDriftAndEndsWithTwo() throws IOException {
        metadata("pull");
        text("en-US/keywords.txt", "coffee");
        changeLive("de-DE", "promotionalText", "Neu");
        Program diff = metadata("diff");
        assertThat(diff.exitCode()).isEqualTo(2);
        assertThat(diff.out().lines().map(line -> line.replaceAll(" {2,}", "|")))
                .containsExactly(
                        "LOCALE|OF|TEXT|WHAT|PUSHED|FILES|APP STORE CONNECT",
                        "de-DE|version|promotionalText|drift|no|-|Neu",
                        "en-US|version|keywords|change|yes|coffee|coffee,espresso,café,cortado,latte");
        assertThat(diff.err()).containsPattern("1 request, version 2\\.5\\.0 for IOS\\. Plan hash: [0-9a-f]{64}\n");

        JsonNode json = new ObjectMapper().readTree(metadata("diff", "--json").out());
        assertThat(json.path("version").asText()).isEqualTo("2.5.0");
        assertThat(json.path("differences")).hasSize(2);
        assertThat(json.path("requests").toString())
                .isEqualTo(
                        "[{\"action\":\"UPDATE\",\"part\":\"VERSION\",\"locale\":\"en-US\",\"keys\":[\"keywords\"]}]");
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void pushSendsTheChangeOnce() {
        metadata("pull");
        text("en-US/keywords.txt", "coffee");
        Program push = metadata("push");
        assertThat(push.exitCode()).as(push.err()).isZero();
        assertThat(push.out()).endsWith("en-US version changed: keywords.\n");
        assertThat(live("en-US").keywords()).isEqualTo("coffee");
        assertThat(writes()).isEqualTo(1);
        assertThat(metadata("push").out()).isEqualTo("No difference: version 2.5.0 has the texts of the files.\n");
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void dryRunShowsTheRequestAndChangesNothing() throws IOException {
        metadata("pull");
        text("en-US/keywords.txt", "coffee");
        String state = Files.readString(folder.resolve("metadata/.asc-metadata.json"));
        Program dry = metadata("push", "--dry-run");
        assertThat(dry.exitCode()).as(dry.err()).isZero();
        assertThat(dry.out())
                .contains("PATCH /v1/appStoreVersionLocalizations/")
                .contains("\"keywords\" : \"coffee\"");
        assertThat(dry.out()).doesNotContain("changed:");
        assertThat(writes()).isZero();
        assertThat(folder.resolve("metadata/.asc-metadata.json")).hasContent(state);
        assertThat(new ObjectMapper()
                        .readTree(metadata("push", "--dry-run", "--json").out())
                        .path("requests"))
                .hasSize(1);
        assertThat(metadata("diff").exitCode()).isEqualTo(2);
    }

    @Test
    void onlyTheApprovedPlanIsPushed() throws IOException {
        metadata("pull");
        text("en-US/keywords.txt", "coffee");
        String hash = hash();
        changeLive("ja", "promotionalText", "新しい");
        Program stopped = metadata("push", "--plan-hash", hash);
        assertThat(stopped.exitCode()).isEqualTo(2);
        assertThat(stopped.err()).contains("The plan is not the approved one").contains("Nothing was sent.");
        assertThat(live("en-US").keywords()).isNotEqualTo("coffee");

        assertThat(metadata("push", "--plan-hash", hash()).exitCode()).isZero();
        assertThat(live("en-US").keywords()).isEqualTo("coffee");
    }

    @Test
    void aConflictStopsThePushUntilAWinnerIsNamed() {
        metadata("pull");
        text("en-US/keywords.txt", "coffee");
        changeLive("en-US", "keywords", "by,marketing");
        Program stopped = metadata("push");
        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.err()).contains("keywords of en-US is a conflict.").doesNotContain("\tat ");
        assertThat(metadata("push", "--conflicts", "files").exitCode()).isZero();
        assertThat(live("en-US").keywords()).isEqualTo("coffee");
        assertThat(metadata("push", "--conflicts", "both").err())
                .contains("both cannot win. Possible are: files, live.");
    }

    @Test
    void editedFilesAreLostByForceOnly() throws IOException {
        metadata("pull");
        text("en-US/keywords.txt", "coffee");
        Program pull = metadata("pull");
        assertThat(pull.exitCode()).isEqualTo(1);
        assertThat(pull.err())
                .contains("en-US/keywords.txt: keywords of en-US was edited.")
                .doesNotContain("\tat ");
        assertThat(metadata("pull", "--force", "--json").out()).contains("keywords.txt");
        assertThat(folder.resolve("metadata/en-US/keywords.txt")).hasContent("coffee,espresso,café,cortado,latte\n");
    }

    @Test
    void localizationsAreDeletedAfterAQuestion() throws IOException {
        metadata("pull");
        for (String file :
                List.of("name", "subtitle", "privacy_url", "description", "keywords", "marketing_url", "support_url")) {
            Files.delete(folder.resolve("metadata/ja/" + file + ".txt"));
        }
        Files.delete(folder.resolve("metadata/ja"));
        assertThat(metadata("push", "--delete-missing").exitCode()).isEqualTo(1);
        assertThat(writes()).isZero();
        Program deleted = metadata("push", "--delete-missing", "--yes");
        assertThat(deleted.out()).endsWith("ja version deleted.\nja app info deleted.\n");
    }

    @Test
    void validateNeedsNoServerAndTellsAllProblems() {
        text("en-US/name.txt", "N".repeat(31));
        text("en-US/keywords.txt", "a,a");
        text("no-NO/name.txt", "Cortado");
        String path = folder.resolve("metadata").toString();
        Program validate = run("metadata", "validate", path);
        assertThat(validate.exitCode()).isEqualTo(1);
        assertThat(validate.out().replace(path, "metadata").lines())
                .containsExactly(
                        "error: metadata/en-US/name.txt: name of en-US has 31 characters, and Apple accepts 30. Shorten it by 1.",
                        "warning: metadata/en-US/keywords.txt: keywords of en-US has a twice.",
                        "error: metadata/no-NO: no-NO is not a locale of the App Store. Did you mean no?");
        assertThat(run("metadata", "validate", path, "--csv").out())
                .startsWith("file,line,locale,key,severity,message");
        assertThat(sandbox.requests()).isEmpty();
        Program push = metadata("push");
        assertThat(push.exitCode()).isEqualTo(1);
        assertThat(push.err())
                .contains("Did you mean no?")
                .contains("Shorten it by 1.")
                .doesNotContain("\tat ");
    }

    /** In YAML 1.1, {@code no} is false. */
    @Test
    void yamlIsReadAsTheSameTexts() {
        String yaml = file("texts.yml", """
                default: &shared
                  supportUrl: https://example.com/help
                no:
                  name: Cortado på norsk
                  subtitle: no
                  description: |
                    Kaffe.

                    Mer kaffe.
                  promotionalText: ~
                """);
        assertThat(run("metadata", "validate", yaml).out()).isEqualTo("No problems.\n");
        Program push = run("metadata", "push", APP, yaml);
        assertThat(push.exitCode()).as(push.err()).isZero();
        assertThat(live("no").description()).isEqualTo("Kaffe.\n\nMer kaffe.");
        assertThat(live("no").promotionalText()).isNull();
        assertThat(live("no").supportUrl()).hasToString("https://example.com/help");
        assertThat(run("metadata", "diff", APP, yaml).exitCode()).isZero();
        assertThat(run("metadata", "pull", APP, yaml).err()).contains("is in a format that is only read.");
    }

    @Test
    void problemsOfYamlHaveTheirLine() {
        String yaml = file("texts.yaml", """
                en-US:
                  name: 2048
                  subtitle: true
                  keywords: [a, b]
                  naem: x
                  whatsNew: a
                  whatsNew: b
                fr: text
                1: {}
                """);
        assertThat(run("metadata", "validate", yaml).out().replace(yaml, "y").lines())
                .containsExactly(
                        "error: y:2: name of en-US is not a text. Put it in quotes.",
                        "error: y:3: subtitle of en-US is not a text. Put it in quotes.",
                        "error: y:4: keywords of en-US is not a text. Put it in quotes.",
                        "error: y:5: naem of en-US is not known. Did you mean name?",
                        "error: y:7: whatsNew of en-US is there twice. Remove one of them.",
                        "error: y:8: fr is not a mapping with texts.",
                        "error: y:9: The name of a locale is not a text.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "- a",
                "en-US: {name: \"secret",
                "en-US: {name: \"secret \\u",
                "a: 1\n---\nb: 2",
                "en-US: *unknown",
                "DEEP",
                "a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,"
                        + "*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]"
            })
    void damagedYamlIsAnErrorAndNotShown(String content) {
        String yaml = file("texts.yml", content.equals("DEEP") ? "[".repeat(200_000) : content);
        Program validate = run("metadata", "validate", yaml);
        assertThat(validate.exitCode()).isEqualTo(1);
        assertThat(validate.out()).startsWith("error: ").doesNotContain("secret");
        assertThat(validate.err()).isEmpty();
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThat(metadata("diff", "--platform", "WINDOWS").err())
                .contains("WINDOWS is not a platform. Possible are: IOS, MAC_OS, TV_OS, VISION_OS.");
        assertThat(metadata("diff", "--platform", "WINDOWS").exitCode()).isEqualTo(2);
        assertThat(run("metadata", "diff", "com.example.none", folder.toString())
                        .err())
                .isEqualTo("No app has the bundle ID com.example.none. See them all with: asc apps\n");
        assertThat(metadata("pull", "--app-version", "9.9").err())
                .isEqualTo("The app 1074682240 has no App Store version 9.9. Create it first.\n");
        text("en-US/name.txt", "Cortado");
        assertThat(run(
                                "metadata",
                                "diff",
                                "1074682240",
                                folder.resolve("metadata").toString(),
                                "--platform",
                                "ios")
                        .exitCode())
                .isEqualTo(2);
    }

    private Program metadata(String command, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("metadata", command, APP, folder.resolve("metadata").toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private String hash() throws IOException {
        return new ObjectMapper()
                .readTree(metadata("diff", "--json").out())
                .path("hash")
                .asText();
    }

    private void text(String name, String text) {
        try {
            Path file = folder.resolve("metadata").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private AppStoreVersionLocalization live(String locale) {
        return sandbox.client().appStoreVersions().listAppStoreVersionLocalizations(VERSION).stream()
                .filter(each -> locale.equals(each.locale()))
                .findFirst()
                .orElseThrow();
    }

    /** Changes a text as another client would. */
    private void changeLive(String locale, String key, String value) {
        sandbox.client()
                .appStoreVersionLocalizations()
                .update(live(locale).id(), body -> body.attribute(key, value))
                .execute();
    }
}
