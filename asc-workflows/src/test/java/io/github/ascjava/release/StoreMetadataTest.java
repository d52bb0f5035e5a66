package io.github.ascjava.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ascjava.client.error.ServerException;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.release.MetadataWrite.Action;
import io.github.ascjava.testing.ResourceObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreMetadataTest extends MetadataScene {

    @Test
    void aPushThatCannotBeRecordedSaysThatItWasSent() throws IOException {
        metadata.pull(TARGET, files());
        write("en-US/subtitle.txt", "Coffee nearby");
        MetadataPlan plan = plan();
        write(".asc-metadata.json", "<<<<<<< HEAD");
        assertThatThrownBy(() -> metadata.apply(plan, MetadataListener.NONE))
                .isInstanceOf(MetadataException.class)
                .hasMessageStartingWith("The texts were sent, but it could not be recorded that they were: ")
                .hasMessageContaining(".asc-metadata.json is damaged, perhaps by a merge.");
        assertThat(live()).containsEntry("en-US subtitle", "Coffee nearby");

        sandbox.on("PATCH", "/v1/appInfoLocalizations/{id}").failNext(1, 500);
        assertThatThrownBy(() -> metadata.apply(plan, MetadataListener.NONE))
                .isInstanceOf(ServerException.class)
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
    }

    @Test
    void aPullWritesTheTextsOfTheDraft() {
        changeLive("ja", "promotionalText", "新しい");
        MetadataPull pull = metadata.pull(TARGET, files());
        assertThat(pull.version()).isEqualTo("2.5.0");
        assertThat(pull.written()).hasSize(4 * 7 + 1);
        assertThat(read("de-DE/name.txt")).isEqualTo("Dein nächster Cortado\n");
        assertThat(read("en-US/description.txt")).startsWith("Find the café").contains("\n\n• 41,000 cafés\n");
        assertThat(read("ja/promotional_text.txt")).isEqualTo("新しい\n");
        assertThat(folder().resolve("en-US/release_notes.txt")).doesNotExist();
    }

    @Test
    void aSecondPullWritesNothing() throws IOException {
        metadata.pull(TARGET, files());
        Map<String, String> before = content();
        assertThat(metadata.pull(TARGET, files()).written()).isEmpty();
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void whatWasPulledDoesNotDiffer() {
        metadata.pull(TARGET, files());
        MetadataPlan plan = plan();
        assertThat(plan.isDifferent()).isFalse();
        assertThat(plan.describe()).isEmpty();
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void onlyWhatChangedIsSentInOneRequestForEachLocalization() {
        metadata.pull(TARGET, files());
        write("en-US/keywords.txt", "coffee,espresso\n");
        write("en-US/release_notes.txt", "Faster maps.\r\nFewer taps.\r\n");
        write("en-US/subtitle.txt", "Good coffee");

        assertThat(writes(this::push))
                .containsExactly(
                        "PATCH appStoreVersionLocalizations {\"data\":{\"type\":\"appStoreVersionLocalizations\",\"id\":\""
                                + localizationId("en-US")
                                + "\",\"attributes\":{\"keywords\":\"coffee,espresso\","
                                + "\"whatsNew\":\"Faster maps.\\nFewer taps.\"}}}",
                        "PATCH appInfoLocalizations {\"data\":{\"type\":\"appInfoLocalizations\",\"id\":\""
                                + "a8eeba81-0ad4-407c-a820-9046c2fd1ce6\",\"attributes\":{\"subtitle\":\"Good coffee\"}}}");
        assertThat(live()).containsEntry("en-US subtitle", "Good coffee");
    }

    @Test
    void aSecondPushSendsNothingAndAPullLeavesTheFilesAsTheyAre() {
        metadata.pull(TARGET, files());
        write("en-US/keywords.txt", "coffee,espresso");
        write("fr-FR/release_notes.txt", "\r\n  Plus vite.\r\n\r\n");
        write("nl-NL/name.txt", "Jouw Cortado");
        write("nl-NL/description.txt", "Koffie.\n");
        push();
        Map<String, String> before = content();

        assertThat(requests(this::push)).containsExactly("GET", "GET", "GET", "GET");
        assertThat(metadata.pull(TARGET, files()).written()).isEmpty();
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void aMissingLocalizationIsCreatedWithAllItsTexts() {
        metadata.pull(TARGET, files());
        write("nl-NL/name.txt", "Jouw Cortado");
        write("nl-NL/description.txt", "Koffie.");
        write("nl-NL/keywords.txt", "koffie");
        write("nl-NL/privacy_choices_url.txt", "https://example.com/choices");

        List<MetadataWrite> seen = new ArrayList<>();
        assertThat(writes(() -> {
                    metadata.apply(plan(), seen::add);
                }))
                .hasSize(2)
                .allMatch(write -> write.startsWith("POST"))
                .anyMatch(write ->
                        write.contains("\"description\":\"Koffie.\"") && write.contains("\"keywords\":\"koffie\""))
                .anyMatch(write -> write.contains("\"privacyChoicesUrl\":\"https://example.com/choices\""));
        assertThat(seen)
                .extracting(MetadataWrite::part, MetadataWrite::action)
                .containsExactly(
                        tuple(MetadataPart.VERSION, Action.CREATE), tuple(MetadataPart.APP_INFO, Action.CREATE));
    }

    /** Apple may make the localization of the app info by itself. */
    @Test
    void aLocalizationThatHasAppearedGetsItsTexts() {
        metadata.pull(TARGET, files());
        write("nl-NL/name.txt", "Jouw Cortado");
        write("nl-NL/subtitle.txt", "Koffie");
        MetadataPlan plan = plan();
        sandbox.add(ResourceObject.of("appInfoLocalizations", "appeared")
                .attribute("locale", "nl-NL")
                .attribute("name", "Your Next Cortado")
                .toOne("appInfo", "appInfos", DRAFT));

        metadata.apply(plan, MetadataListener.NONE);
        assertThat(live()).containsEntry("nl-NL name", "Jouw Cortado").containsEntry("nl-NL subtitle", "Koffie");
        assertThat(plan().isDifferent()).isFalse();
    }

    @Test
    void aCreationWhoseResponseIsLostIsNotRepeated() {
        metadata.pull(TARGET, files());
        write("nl-NL/name.txt", "Jouw Cortado");
        sandbox.on("POST", "/v1/appInfoLocalizations").dropNextResponse();
        assertThat(writes(this::push)).hasSize(1);
        assertThat(live()).containsEntry("nl-NL name", "Jouw Cortado");
    }

    @Test
    void textsOfTheLiveVersionAreNeverTouched() {
        metadata.pull(TARGET, files());
        String before = asc.appInfos()
                .listAppInfoLocalizations("bb1ad573-19b8-4cd8-a8fb-0e6f684df992")
                .toList()
                .toString();
        write("en-US/name.txt", "Cortado");
        push();
        assertThat(asc.appInfos()
                        .listAppInfoLocalizations("bb1ad573-19b8-4cd8-a8fb-0e6f684df992")
                        .toList()
                        .toString())
                .isEqualTo(before);
    }

    @Test
    void promotionalTextOfALiveVersionCanBePushed() {
        MetadataTarget target = TARGET.atVersion("2.4.0").onPlatform(Platform.IOS);
        metadata.pull(target, files());
        write("en-US/promotional_text.txt", "Now with maps.");
        MetadataPlan plan = metadata.plan(target, files(), MetadataOptions.SAFE);
        metadata.apply(plan, MetadataListener.NONE);
        assertThat(plan.version()).isEqualTo("2.4.0");
        assertThat(metadata.plan(target, files(), MetadataOptions.SAFE).isDifferent())
                .isFalse();
    }

    @Test
    void otherTextsOfALiveVersionAreAProblemBeforeAnythingIsSent() {
        MetadataTarget target = TARGET.atVersion("2.4.0");
        metadata.pull(target, files());
        write("en-US/promotional_text.txt", "Now with maps.");
        write("en-US/description.txt", "Other.");
        write("de-DE/keywords.txt", "kaffee");
        assertThatThrownBy(() -> metadata.plan(target, files(), MetadataOptions.SAFE))
                .isInstanceOf(MetadataException.class)
                .hasMessageContaining("Nothing was sent.")
                .hasMessageContaining("description of en-US cannot be changed: the version is READY_FOR_DISTRIBUTION.")
                .hasMessageContaining("de-DE/keywords.txt: keywords of de-DE cannot be changed");
    }

    @Test
    void theFirstVersionOfAPlatformHasNothingNew() {
        MetadataTarget target = newApp("11", "PREPARE_FOR_SUBMISSION", "PREPARE_FOR_SUBMISSION");
        write("en-US/name.txt", "New");
        write("en-US/release_notes.txt", "First.");
        assertThatThrownBy(() -> metadata.plan(target, files(), MetadataOptions.SAFE))
                .hasMessageContaining(
                        "en-US/release_notes.txt: whatsNew of en-US is rejected by Apple for the first version");
    }

    @Test
    void anAppInfoThatIsLiveIsAProblem() {
        MetadataTarget target = newApp("12", "PREPARE_FOR_SUBMISSION", "READY_FOR_DISTRIBUTION");
        write("en-US/name.txt", "New");
        assertThatThrownBy(() -> metadata.plan(target, files(), MetadataOptions.SAFE))
                .hasMessageContaining("name of en-US cannot be changed: the app info is READY_FOR_DISTRIBUTION.");
    }

    @Test
    void anAppWithSeveralPlatformsNeedsOneNamed() {
        sandbox.add(ResourceObject.of("appStoreVersions", "mac")
                .attribute("platform", "MAC_OS")
                .attribute("versionString", "2.5.0")
                .attribute("appVersionState", "PREPARE_FOR_SUBMISSION")
                .toOne("app", "apps", APP));
        write("en-US/description.txt", "For the Mac.");
        assertThatThrownBy(this::plan).hasMessageContaining("IOS, MAC_OS. Name the one whose texts these are.");
        MetadataPlan plan = metadata.plan(TARGET.onPlatform(Platform.MAC_OS), files(), MetadataOptions.SAFE);
        assertThat(plan.platform()).isEqualTo(Platform.MAC_OS);
        assertThat(plan.describe()).isEqualTo("en-US version: creates it with description");
    }

    @Test
    void aVersionThatDoesNotExistIsNamed() {
        write("en-US/description.txt", "Text.");
        assertThatThrownBy(() -> metadata.plan(TARGET.atVersion("9.9"), files(), MetadataOptions.SAFE))
                .hasMessage("The app 1074682240 has no App Store version 9.9. Create it first.");
    }

    @Test
    void aNewLanguageNeedsAName() {
        write("nl-NL/subtitle.txt", "Koffie");
        assertThatThrownBy(this::plan)
                .hasMessageContaining(
                        "nl-NL/subtitle.txt: nl-NL has no name, which Apple needs for a new language. Add it.");
    }

    /** One text is rejected by the service, the other one is made. */
    @Test
    void whatAppleRejectsDoesNotStopTheOthers() {
        metadata.pull(TARGET, files());
        write("de-DE/promotional_text.txt", "Neu");
        write("en-US/promotional_text.txt", "New");
        sandbox.on("PATCH", "/v1/appStoreVersionLocalizations/{id}").failNext(409);
        assertThatThrownBy(this::push)
                .isInstanceOf(MetadataException.class)
                .hasMessageContaining("Apple has rejected 1 of 2 changes; the others are made.")
                .hasMessageContaining("de-DE version: ");
        assertThat(live()).containsEntry("en-US promotionalText", "New").doesNotContainKey("de-DE promotionalText");
        assertThat(push().writes()).hasSize(1);
    }

    @Test
    void stateOfAnotherAppIsNotUsed() {
        metadata.pull(TARGET, files());
        MetadataTarget other = newApp("13", "PREPARE_FOR_SUBMISSION", "PREPARE_FOR_SUBMISSION");
        assertThatThrownBy(() -> metadata.plan(other, files(), MetadataOptions.SAFE))
                .hasMessageContaining("are those of the app 1074682240, and not of 13.")
                .hasMessageContaining(".asc-metadata.json");
    }

    @Test
    void aDamagedStateIsNamed() throws IOException {
        metadata.pull(TARGET, files());
        Files.writeString(folder().resolve(".asc-metadata.json"), "<<<<<<< HEAD\n");
        assertThatThrownBy(this::plan).hasMessageContaining(".asc-metadata.json is damaged, perhaps by a merge.");
    }
}
