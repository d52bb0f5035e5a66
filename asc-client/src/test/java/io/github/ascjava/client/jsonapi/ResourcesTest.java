package io.github.ascjava.client.jsonapi;

import static io.github.ascjava.client.PlainJson.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.ascjava.client.jsonapi.Sample.Color;
import io.github.ascjava.client.jsonapi.Sample.Other;
import io.github.ascjava.client.jsonapi.Sample.OtherV2;
import io.github.ascjava.client.jsonapi.Sample.Part;
import io.github.ascjava.client.model.apps.App;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resources that a unit test creates from JSON, without a client. */
class ResourcesTest {

    private static final String SAMPLE = """
            {"type": "samples", "id": "1", "links": {"self": "/s"}, "later": 1.50,
             "attributes": {"text": "ß😀", "color": "ULTRA_VIOLET", "part": {"name": "p"}, "new": [null]},
             "relationships": {"one": {"data": {"type": "others", "id": "a"}},
              "many": {"data": [{"type": "others", "id": "a"}, {"type": "others", "id": "b"}]}}}""";
    private static final String INCLUDED = """
            [{"type": "others", "id": "a", "attributes": {"name": "Anna"},
              "relationships": {"sample": {"data": {"type": "samples", "id": "1"}}}},
             {"type": "strangers", "id": "x"}]""";

    private final ObjectMapper mapper =
            JsonMapper.builder().addModule(new JsonApiModule()).build();

    @Test
    void aResourceObjectIsReadByItself() {
        Sample sample = Resources.read(Sample.class, SAMPLE);

        assertThat(sample.id()).isEqualTo("1");
        assertThat(sample.text()).isEqualTo("ß😀");
        assertThat(sample.color()).isEqualTo(Color.of("ULTRA_VIOLET"));
        assertThat(sample.part()).isEqualTo(new Part("p", null, null, null));
        assertThat(sample.one().id()).isEqualTo("a");
        assertThat(sample.many().ids()).containsExactly("a", "b");
        assertThat(sample.one().included()).isEmpty();
        assertThat(sample.unknownFields().attributes()).isEqualTo(plain("{\"new\": [null]}"));
        assertThat(sample.unknownFields().members()).isEqualTo(plain("{\"later\": 1.50}"));
        assertThat(sample.unknownFields().json()).isEqualTo(SAMPLE);
    }

    @Test
    void aDocumentIsReadWithWhatItIncludes() {
        String document = "{\"data\": " + SAMPLE + ", \"included\": " + INCLUDED + "}";

        Sample sample = Resources.read(Sample.class, document);

        Other other = sample.one().included().orElseThrow();
        assertThat(other.name()).isEqualTo("Anna");
        assertThat(sample.many().included()).containsExactly(other);
        assertThat(sample.unknownFields().included().identifiers())
                .containsExactly(new ResourceIdentifier("others", "a"), new ResourceIdentifier("strangers", "x"));
        assertThat(sample.unknownFields().document()).isEqualTo(document);
    }

    @Test
    void aPageIsReadWithWhatItIncludes() {
        String document =
                "{\"data\": [" + SAMPLE + ", {\"type\": \"samples\", \"id\": \"2\"}], \"included\": " + INCLUDED
                        + ", \"links\": {\"next\": \"/v1/samples?cursor=2\"}, \"meta\": {\"paging\": {\"total\": 3,"
                        + " \"limit\": 2}}}";

        Page<Sample> page = Resources.readPage(Sample.class, document);

        assertThat(page.data()).extracting(Sample::id).containsExactly("1", "2");
        assertThat(page.data().get(0).one().included().map(Other::name)).contains("Anna");
        assertThat(page.nextLink()).isEqualTo("/v1/samples?cursor=2");
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.limit()).isEqualTo(2);
        assertThat(page.json()).isEqualTo(document);
        assertThat(Resources.readPage(Sample.class, "{\"data\": []}").data()).isEmpty();
    }

    @Test
    void whatTheModuleWritesIsReadAsTheSame() throws JsonProcessingException {
        Sample sample = Resources.read(Sample.class, SAMPLE);
        Page<Sample> page =
                Resources.readPage(Sample.class, "{\"data\": [" + SAMPLE + "], \"included\": " + INCLUDED + "}");

        assertThat(Resources.read(Sample.class, mapper.writeValueAsString(sample)))
                .isEqualTo(sample);
        Page<Sample> again = Resources.readPage(Sample.class, mapper.writeValueAsString(page));
        assertThat(again.data()).isEqualTo(page.data());
        assertThat(again.data().get(0).one().included())
                .isEqualTo(page.data().get(0).one().included())
                .isPresent();
    }

    /** Both are classes of one JSON:API type. */
    @Test
    void theClassIsTheCallersChoice() {
        String json = "{\"type\": \"others\", \"id\": \"a\", \"attributes\": {\"name\": \"Anna\"}}";

        assertThat(Resources.read(Other.class, json).name()).isEqualTo("Anna");
        assertThat(Resources.read(OtherV2.class, json).title()).isEqualTo("Anna");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | it is empty.",
                "[] | it is not a JSON object.",
                "\"App\" | it is not a JSON object.",
                "{} | it has neither data, as a document has, nor type and id, as a resource object has.",
                "{\"type\": \"apps\"} | it has neither data, as a document has, nor type and id, as a resource"
                        + " object has.",
                "{\"errors\": []} | it has neither data, as a document has, nor type and id, as a resource object has.",
                "{\"data\": null} | its data is null.",
                "{\"data\": 7} | a resource in it is not a JSON object: 7.",
                "{\"data\": [{\"type\": \"apps\", \"id\": \"1\"}]} | its data is a list, which readPage reads.",
                "{\"data\": {\"type\": \"apps\"}} | a resource of type apps has no id.",
                "{\"data\": {\"type\": \"users\", \"id\": \"1\"}} | its resource has the type users instead of apps.",
                "{\"type\": \"users\", \"id\": \"1\"} | its resource has the type users instead of apps.",
                "{\"data\": {\"id\": \"1\"}} | its resource has the type null instead of apps.",
                "{\"type\": \"apps\", \"id\": \"1\"} {} | it is not JSON: Unexpected character ('{' (code 123)):"
                        + " was expecting"
                        + " comma to separate Object entries (line 1, column 37).",
                "{\"data\": {\"type\": \"apps\", \"id\": \"1\"}} {} | there is content after the end of the JSON"
                        + " document."
            })
    void whatIsNotAResourceIsRejected(String json, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Resources.read(App.class, json))
                .withMessage("The JSON cannot be read as App: " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | it is empty.",
                "[] | it is not a JSON object.",
                "{\"type\": \"apps\", \"id\": \"1\"} | the member data is missing.",
                "{\"data\": {\"type\": \"apps\", \"id\": \"1\"}} | the member data should be a list, but is"
                        + " START_OBJECT.",
                "{\"data\": [{\"type\": \"apps\", \"id\": \"1\"}, 7]} | a resource in it is not a JSON object: 7.",
                "{\"data\": [{\"type\": \"apps\", \"id\": \"1\"}, {\"type\": \"apps\"}]} | a resource in it has no"
                        + " id: {\"type\": \"apps\"}.",
                "{\"data\": [{\"type\": \"users\", \"id\": \"1\"}]} | its resource has the type users instead of apps."
            })
    void whatIsNotAPageIsRejected(String json, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Resources.readPage(App.class, json))
                .withMessage("The JSON cannot be read as App: " + reason);
    }

    @Test
    void flatJsonIsRejectedInsteadOfReadWithoutItsAttributes() throws JsonProcessingException {
        App app = Resources.read(
                App.class, "{\"type\": \"apps\", \"id\": \"1\", \"attributes\": {\"name\": \"Your Next Cortado\"}}");
        String flat = new ObjectMapper().writeValueAsString(app);
        String reason = "The JSON cannot be read as App: its resource has the member name beside attributes and"
                + " relationships, and not in them; Jackson writes resources in the form that is required here with"
                + " JsonApiModule.";

        assertThat(flat).contains("\"name\":\"Your Next Cortado\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Resources.read(App.class, flat))
                .withMessage(reason);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Resources.readPage(App.class, "{\"data\": [" + flat + "]}"))
                .withMessage(reason);
    }

    @Test
    void theSourceOfAJsonErrorIsKept() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Resources.read(App.class, "{\"data\": \n  nil}"))
                .withMessageContaining("it is not JSON: ")
                .withMessageEndingWith(" (line 2, column 3).")
                .withCauseInstanceOf(JsonProcessingException.class);
        assertThat(List.of(Resources.class.getConstructors())).isEmpty();
    }
}
