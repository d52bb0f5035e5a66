package io.github.ascjava.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetadataJsonTest extends MetadataScene {

    private MetadataFiles json() {
        return MetadataFiles.at(folder().resolve("texts.json"));
    }

    private MetadataPlan planned() {
        return metadata.plan(TARGET, json(), MetadataOptions.SAFE);
    }

    @Test
    void oneFileHasAllTexts() {
        write("readme", "");
        assertThat(metadata.pull(TARGET, json()).written()).containsExactly(folder().resolve("texts.json"));
        assertThat(read("texts.json"))
                .startsWith("{\n  \"de-DE\" : {\n    \"name\" : \"Dein nächster Cortado\",\n    \"subtitle\" : ")
                .contains("\\n\\n• 41,000 cafés\\n")
                .endsWith("}\n");
        assertThat(planned().isDifferent()).isFalse();
        assertThat(metadata.pull(TARGET, json()).written()).isEmpty();
        assertThat(content()).containsOnlyKeys("readme", "texts.json", ".texts.json.asc-metadata.json");
    }

    @Test
    void nullClearsAndWhatIsMissingStays() {
        write("readme", "");
        metadata.pull(TARGET, json());
        write("texts.json", "{\"en-US\": {\"subtitle\": null, \"privacyPolicyUrl\": \"\", \"keywords\": \"coffee\"}}");
        MetadataPlan plan = planned();
        assertThat(plan.describe())
                .isEqualTo("en-US version: changes keywords\nen-US app info: changes privacyPolicyUrl, subtitle");
        metadata.apply(plan, MetadataListener.NONE);
        assertThat(live())
                .doesNotContainKeys("en-US subtitle", "en-US privacyPolicyUrl")
                .containsKey("en-US description");
        assertThat(planned().isDifferent()).isFalse();
    }

    @Test
    void aPullChangesOnlyWhatIsNew() {
        write("texts.json", "{\"default\": {\"supportUrl\": \"https://example.com/support\"}, \"en-US\": {}}");
        metadata.pull(TARGET, json());
        String file = read("texts.json");
        assertThat(file).contains("\"default\" : {\n    \"supportUrl\"");
        assertThat(file.substring(file.indexOf("en-US"), file.indexOf("fr-FR"))).doesNotContain("supportUrl");
        assertThat(planned().isDifferent()).isFalse();
    }

    @Test
    void problemsHaveTheirLine() {
        write("texts.json", """
                {
                  "en-US": {
                    "name": 2048,
                    "subtitel": "Coffee",
                    "keywords": "a",
                    "keywords": "b",
                    "description": ["a"],
                    "whatsNew": true
                  },
                  "en-US": {"x": ""},
                  "de": {"name": "Name"},
                  "fr-FR": "text"
                }
                """);
        assertThat(json().validate())
                .extracting(problem -> problem.toString().replace(folder() + "/", ""))
                .containsExactly(
                        "texts.json:3: name of en-US is not a text. Put it in quotes.",
                        "texts.json:4: subtitel of en-US is not known. Did you mean subtitle?",
                        "texts.json:6: keywords of en-US is there twice. Remove one of them.",
                        "texts.json:7: description of en-US is not a text. Put it in quotes.",
                        "texts.json:8: whatsNew of en-US is not a text. Put it in quotes.",
                        "texts.json:10: en-US is there twice. Put its texts together.",
                        "texts.json:10: x of en-US is not known. Known are name, subtitle, privacyPolicyUrl,"
                                + " privacyChoicesUrl, privacyPolicyText, description, keywords, promotionalText,"
                                + " marketingUrl, supportUrl, whatsNew.",
                        "texts.json:12: fr-FR is not an object with texts.",
                        "texts.json:11: de is not a locale of the App Store. Did you mean de-DE?");
    }

    @Test
    void whatIsNotJsonIsNamedWithoutItsContent() {
        for (String text : List.of("", "[]", "{\"en-US\": {\"name\": \"secret\"", "{\n\"en-US\": secret}", "{} {}")) {
            write("texts.json", text);
            assertThat(json().validate())
                    .isNotEmpty()
                    .allMatch(MetadataProblem::isError)
                    .noneMatch(problem -> problem.toString().contains("secret"));
        }
        assertThatThrownBy(() -> metadata.pullOverEdits(TARGET, json())).isInstanceOf(MetadataException.class);
    }

    @Test
    void anotherFormatIsReadAndNotPulled() {
        write("texts.conf", "nl-NL name=Cortado\nnl-NL colour=red");
        MetadataFiles files = MetadataFiles.inFormat(folder().resolve("texts.conf"), (content, sink) -> {
            sink.locale("nl-NL", 1);
            int line = 1;
            for (String each : content.split("\n", -1)) {
                String text = each.substring(6);
                sink.value(
                        "nl-NL", text.substring(0, text.indexOf('=')), text.substring(text.indexOf('=') + 1), line++);
            }
        });
        assertThat(files.validate()).singleElement().asString().contains("texts.conf:2: colour of nl-NL is not known.");
        write("texts.conf", "nl-NL name=Cortado");
        metadata.apply(metadata.plan(TARGET, files, MetadataOptions.SAFE), MetadataListener.NONE);
        assertThat(live()).containsEntry("nl-NL name", "Cortado");
        assertThatThrownBy(() -> metadata.pull(TARGET, files))
                .hasMessageContaining("is in a format that is only read.");
    }

    @Test
    void aLinkIsNotReplaced() throws IOException {
        write("real.json", "{}");
        Path link = Files.createSymbolicLink(folder().resolve("texts.json"), Path.of("real.json"));
        assertThatThrownBy(() -> metadata.pull(TARGET, json())).hasMessageContaining("This is a symbolic link");
        assertThat(link).hasContent("{}");
    }

    @Test
    void stateIsNotSavedOnRequest() {
        write("texts.json", "{\"nl-NL\": {\"name\": \"Cortado\"}}");
        MetadataFiles shown = json().withoutSavingState();
        metadata.apply(metadata.plan(TARGET, shown, MetadataOptions.SAFE), MetadataListener.NONE);
        assertThat(content()).containsOnlyKeys("texts.json");
    }
}
