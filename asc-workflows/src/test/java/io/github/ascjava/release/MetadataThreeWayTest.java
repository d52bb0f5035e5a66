package io.github.ascjava.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.model.appstore.AppStoreVersionLocalization;
import io.github.ascjava.testing.ResourceObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetadataThreeWayTest extends MetadataScene {

    private static final MetadataOptions FILES_WIN = MetadataOptions.SAFE.withConflicts(MetadataConflicts.FILES);
    private static final MetadataOptions LIVE_WINS = MetadataOptions.SAFE.withConflicts(MetadataConflicts.LIVE);
    private static final MetadataOptions REMOVING = MetadataOptions.SAFE.withRemovingLocales(true);

    @Test
    void whatChangedOnlyInAppStoreConnectIsReportedAndStays() {
        metadata.pull(TARGET, files());
        changeLive("en-US", "keywords", "by,marketing");
        write("en-US/description.txt", "By us.");

        MetadataPlan plan = push();
        assertThat(kinds(plan)).containsExactly("en-US description CHANGE", "en-US keywords DRIFT");
        assertThat(plan.describe())
                .isEqualTo("en-US version: changes description\nen-US version: App Store Connect has changed keywords");
        assertThat(live()).containsEntry("en-US keywords", "by,marketing").containsEntry("en-US description", "By us.");
        assertThat(kinds(plan())).containsExactly("en-US keywords DRIFT");
        assertThat(metadata.pull(TARGET, files()).written()).hasSize(1);
        assertThat(plan().isDifferent()).isFalse();
    }

    @Test
    void driftIsOverwrittenOnRequest() {
        metadata.pull(TARGET, files());
        changeLive("en-US", "keywords", "by,marketing");
        push(MetadataOptions.SAFE.withOverwritingDrift(true));
        assertThat(live().get("en-US keywords")).startsWith("coffee,");
        assertThat(plan().isDifferent()).isFalse();
    }

    @Test
    void whatChangedOnBothSidesStopsThePush() {
        metadata.pull(TARGET, files());
        changeLive("en-US", "keywords", "by,marketing");
        write("en-US/keywords.txt", "by,us");
        write("de-DE/keywords.txt", "von,uns");

        MetadataPlan plan = plan();
        assertThat(kinds(plan)).containsExactly("de-DE keywords CHANGE", "en-US keywords CONFLICT");
        assertThat(writes(() -> {
                    assertThatThrownBy(() -> metadata.apply(plan, MetadataListener.NONE))
                            .isInstanceOf(MetadataException.class)
                            .hasMessageContaining("keywords of en-US is a conflict.");
                }))
                .isEmpty();
    }

    @Test
    void theFilesCanWin() {
        metadata.pull(TARGET, files());
        changeLive("en-US", "keywords", "by,marketing");
        write("en-US/keywords.txt", "by,us");
        push(FILES_WIN);
        assertThat(live()).containsEntry("en-US keywords", "by,us");
        assertThat(plan().isDifferent()).isFalse();
    }

    @Test
    void appStoreConnectCanWinAndTheConflictRemainsUntilThePull() {
        metadata.pull(TARGET, files());
        changeLive("en-US", "keywords", "by,marketing");
        write("en-US/keywords.txt", "by,us");
        write("de-DE/keywords.txt", "von,uns");
        push(LIVE_WINS);
        assertThat(live()).containsEntry("en-US keywords", "by,marketing").containsEntry("de-DE keywords", "von,uns");
        assertThat(kinds(plan())).containsExactly("en-US keywords CONFLICT");
        assertThatThrownBy(() -> metadata.pull(TARGET, files()))
                .hasMessageContaining("en-US/keywords.txt: keywords of en-US was edited.");
        metadata.pullOverEdits(TARGET, files());
        assertThat(read("en-US/keywords.txt")).isEqualTo("by,marketing\n");
        assertThat(plan().isDifferent()).isFalse();
    }

    @Test
    void theSameChangeOnBothSidesIsNone() {
        metadata.pull(TARGET, files());
        changeLive("en-US", "keywords", "same");
        write("en-US/keywords.txt", "same");
        assertThat(push().isDifferent()).isFalse();
        // From now on it is known: a change of one side is not one of both.
        write("en-US/keywords.txt", "next");
        assertThat(kinds(plan())).containsExactly("en-US keywords CHANGE");
    }

    /** A folder of deliver has no state. */
    @Test
    void withoutAPullAnExistingTextIsAConflictAndAMissingOneIsNot() {
        write("en-US/keywords.txt", "by,us");
        write("en-US/promotional_text.txt", "By us.");
        write("en-US/name.txt", "Your Next Cortado");
        assertThat(kinds(plan())).containsExactly("en-US keywords CONFLICT", "en-US promotionalText CHANGE");
        push(FILES_WIN);
        assertThat(plan().isDifferent()).isFalse();
        changeLive("en-US", "description", "By marketing.");
        assertThat(kinds(plan())).containsExactly("en-US description DRIFT");
    }

    @Test
    void aTextThatTheFilesDoNotHaveIsDriftWhenItAppears() {
        metadata.pull(TARGET, files());
        changeLive("en-US", "promotionalText", "By marketing.");
        asc.appStoreVersionLocalizations()
                .create(body -> body.locale("it").appStoreVersion(VERSION).description("Caffè."))
                .execute();
        assertThat(kinds(plan())).containsExactly("en-US promotionalText DRIFT", "it description DRIFT");
    }

    @Test
    void aLocalizationThatWasDeletedIsNotBroughtBackByTheWay() {
        metadata.pull(TARGET, files());
        asc.appStoreVersionLocalizations().delete(localizationId("fr-FR")).execute();
        assertThat(kinds(plan()))
                .allMatch(kind -> kind.startsWith("fr-FR") && kind.endsWith("DRIFT"))
                .isNotEmpty();
        assertThat(plan().writes()).isEmpty();

        write("fr-FR/promotional_text.txt", "Nouveau");
        assertThat(kinds(plan())).contains("fr-FR promotionalText CONFLICT");
        push(FILES_WIN);
        assertThat(live()).containsEntry("fr-FR promotionalText", "Nouveau").containsKey("fr-FR description");
    }

    @Test
    void aPullDoesNotOverwriteEdits() {
        metadata.pull(TARGET, files());
        write("en-US/keywords.txt", "by,us");
        write("de-DE/name.txt", "Von uns");
        changeLive("en-US", "description", "By marketing.");
        assertThatThrownBy(() -> metadata.pull(TARGET, files()))
                .hasMessageContaining("en-US/keywords.txt: keywords of en-US was edited.")
                .hasMessageContaining("de-DE/name.txt: name of de-DE was edited.");
        assertThat(read("en-US/description.txt")).startsWith("Find the café");
        metadata.pullOverEdits(TARGET, files());
        assertThat(read("en-US/description.txt")).isEqualTo("By marketing.\n");
        assertThat(read("de-DE/name.txt")).isEqualTo("Dein nächster Cortado\n");
    }

    @Test
    void aPullDoesNotOverwriteAFolderOfAnotherTool() {
        write("en-US/keywords.txt", "by,us");
        assertThatThrownBy(() -> metadata.pull(TARGET, files())).hasMessageContaining("keywords of en-US was edited.");
        assertThat(content()).containsOnlyKeys("en-US/keywords.txt");
    }

    @Test
    void aTextThatIsGoneLeavesAnEmptyFile() {
        changeLive("en-US", "promotionalText", "Now with maps.");
        metadata.pull(TARGET, files());
        asc.appStoreVersionLocalizations()
                .update(localizationId("en-US"), body -> body.attribute("promotionalText", null))
                .execute();
        assertThat(metadata.pull(TARGET, files()).written())
                .containsExactly(folder().resolve("en-US/promotional_text.txt"));
        assertThat(read("en-US/promotional_text.txt")).isEqualTo("\n");
        assertThat(plan().isDifferent()).isFalse();
    }

    @Test
    void anEmptyFileSaysNothingUnlessItIsToldToClear() {
        metadata.pull(TARGET, files());
        write("en-US/subtitle.txt", "\n");
        MetadataPlan plan = push();
        assertThat(plan.isDifferent()).isFalse();
        assertThat(plan.warnings()).singleElement().asString().contains("subtitle of en-US was emptied.");

        MetadataFiles clearing = MetadataFiles.folderWhereEmptyClears(folder());
        MetadataPlan clears = metadata.plan(TARGET, clearing, MetadataOptions.SAFE);
        assertThat(clears.describe()).isEqualTo("en-US app info: changes subtitle");
        metadata.apply(clears, MetadataListener.NONE);
        assertThat(live()).doesNotContainKey("en-US subtitle");
        write("en-US/name.txt", "");
        assertThatThrownBy(() -> metadata.plan(TARGET, clearing, MetadataOptions.SAFE))
                .hasMessageContaining(
                        "en-US/name.txt: en-US has no name, which Apple needs for every language. Add it.");
    }

    /** A new version begins with the texts of the one before, without What's New. */
    @Test
    void theNextVersionIsComparedWithTheLastPullOfTheOneBefore() {
        MetadataTarget before = TARGET.atVersion("2.4.0");
        metadata.pull(before, files());
        assertThat(read("en-US/release_notes.txt")).isNotBlank();
        MetadataPlan plan = plan();
        assertThat(kinds(plan))
                .containsExactly(
                        "de-DE whatsNew CHANGE",
                        "en-US whatsNew CHANGE",
                        "fr-FR whatsNew CHANGE",
                        "ja whatsNew CHANGE");
        assertThat(plan.warnings())
                .hasSize(4)
                .first()
                .asString()
                .contains("whatsNew of de-DE is still that of the version before.");
        write("en-US/release_notes.txt", "New.");
        push();
        assertThat(live()).containsEntry("en-US whatsNew", "New.");
        assertThat(plan().isDifferent()).isFalse();
    }

    @Test
    void localizationsAreDeletedOnRequestOnly() throws IOException {
        metadata.pull(TARGET, files());
        deleteFolder("ja");
        assertThat(push().isDifferent()).isFalse();
        MetadataPlan plan = push(REMOVING);
        assertThat(plan.describe()).isEqualTo("ja version: deletes it\nja app info: deletes it");
        assertThat(live()).doesNotContainKey("ja version").doesNotContainKey("ja app info");
        assertThat(metadata.plan(TARGET, files(), REMOVING).isDifferent()).isFalse();
    }

    @Test
    void aLocalizationThatWasChangedSinceIsNotDeleted() throws IOException {
        metadata.pull(TARGET, files());
        deleteFolder("ja");
        changeLive("ja", "keywords", "新しい");
        assertThatThrownBy(() -> push(REMOVING))
                .hasMessageContaining("ja was changed in App Store Connect since the last pull, and would be deleted.");
        push(REMOVING.withConflicts(MetadataConflicts.FILES));
        assertThat(live()).doesNotContainKey("ja version");
    }

    @Test
    void thePrimaryLanguageAndAllLanguagesCannotBeDeleted() throws IOException {
        metadata.pull(TARGET, files());
        deleteFolder("en-US");
        assertThatThrownBy(() -> push(REMOVING)).hasMessageContaining("en-US is the primary language of the app");
        for (String locale : List.of("de-DE", "fr-FR", "ja")) {
            deleteFolder(locale);
        }
        assertThatThrownBy(() -> push(REMOVING)).hasMessageContaining("The files have no locale at all");
    }

    @Test
    void theHashChangesWithEveryLiveText() {
        metadata.pull(TARGET, files());
        write("en-US/keywords.txt", "by,us");
        MetadataPlan approved = plan();
        assertThat(plan()).isEqualTo(approved).hasSameHashCodeAs(approved);
        assertThat(approved.hash()).matches("[0-9a-f]{64}");
        changeLive("fr-FR", "promotionalText", "By marketing.");
        assertThat(plan()).isNotEqualTo(approved);
        changeLive("fr-FR", "promotionalText", "");
        assertThat(plan()).isEqualTo(approved);
        write("en-US/keywords.txt", "by,others");
        assertThat(plan()).isNotEqualTo(approved);
        assertThat(approved.toString()).doesNotContain("by,us");
    }

    /** Who approves a plan has seen the page as it was. */
    @Test
    void theHashChangesWithTextsThatTheFilesDoNotManage() {
        write("en-US/promotional_text.txt", "By us.");
        MetadataPlan approved = plan();
        changeLive("de-DE", "keywords", "by,marketing");
        assertThat(plan().differences()).isEqualTo(approved.differences());
        assertThat(plan()).isNotEqualTo(approved);
    }

    @Test
    void aLocaleThatIsNewInTheAppStoreIsAccepted() {
        sandbox.add(ResourceObject.of("appStoreVersionLocalizations", "new")
                .attribute("locale", "sw-KE")
                .attribute("description", "Kahawa.")
                .toOne("appStoreVersion", "appStoreVersions", VERSION));
        metadata.pull(TARGET, files());
        assertThat(files().validate()).isEmpty();
        write("sw-KE/description.txt", "Kahawa!");
        push();
        assertThat(asc.appStoreVersionLocalizations().get("new").execute())
                .extracting(AppStoreVersionLocalization::description)
                .isEqualTo("Kahawa!");
    }

    private void deleteFolder(String locale) throws IOException {
        for (String file : content().keySet()) {
            if (file.startsWith(locale + "/")) {
                Files.delete(folder().resolve(file));
            }
        }
        Files.delete(folder().resolve(locale));
    }

    private static List<String> kinds(MetadataPlan plan) {
        return plan.differences().stream()
                .map(each -> each.locale() + " " + each.key() + " " + each.kind())
                .toList();
    }
}
