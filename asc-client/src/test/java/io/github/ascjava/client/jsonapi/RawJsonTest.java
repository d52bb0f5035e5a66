package io.github.ascjava.client.jsonapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.client.ApiServer;
import io.github.ascjava.client.jsonapi.Sample.Other;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.builds.XcodeMetrics;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The JSON of an answer is there as it came, whatever of it the classes know. */
class RawJsonTest {

    private static final String PAGE = """
            {"data": [{"type": "apps", "id": "1", "attributes": {"name": "Änne", "new": 1.10}}],
             "included": [{"type": "strangers", "id": "a", "x": [null]}],
             "links": {"self": "/s", "first": "/f", "next": "/v1/apps?cursor=2"},
             "meta": {"paging": {"total": 3, "limit": 1, "nextCursor": "Aw.VGkW1w"}},
             "jsonapi": {"version": "1.0"}}
            """;

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    void thePageHasItsWholeDocument() throws IOException {
        apple.answer(PAGE);

        Page<App> page = apple.client().apps().list().execute();

        assertThat(page.json()).isEqualTo(tree(PAGE));
        assertThat(page.json().at("/links/first").textValue()).isEqualTo("/f");
        assertThat(page.json().at("/meta/paging/nextCursor").textValue()).isEqualTo("Aw.VGkW1w");
        assertThat(page.json().at("/jsonapi/version").textValue()).isEqualTo("1.0");
    }

    @Test
    void everyPageOfAWalkHasItsOwn() {
        apple.answer(PAGE);
        apple.answer("{\"data\": [], \"last\": true}");

        assertThat(apple.client().apps().list().pages())
                .extracting(page -> page.json().has("last"))
                .containsExactly(false, true);
    }

    @Test
    void whatIsDoneToTheTreeReachesNobodyElse() throws IOException {
        Page<Sample> page = Documents.page(Sample.class, "{\"data\": [], \"x\": {\"y\": 1}}");

        page.json().withObject("/x").removeAll();

        assertThat(page.json().at("/x/y").intValue()).isEqualTo(1);
    }

    @Test
    void theResourceOfASingleAnswerLeadsToTheWholeDocument() throws IOException {
        String document = """
                {"new": [{}], "data": {"type": "samples", "id": "1"}, "links": {"self": "/s"},
                 "included": [{"type": "others", "id": "a", "attributes": {"name": "Anna"}}, {"type": "strangers", "id": "b"}]}
                """;

        Unrecognized unrecognized = Documents.one(Sample.class, document).unrecognized();

        assertThat(unrecognized.document()).isEqualTo(tree(document));
        assertThat(unrecognized.json()).isEqualTo(tree(document).get("data"));
        assertThat(unrecognized.included().find(Other.class, "a").map(Other::name))
                .contains("Anna");
        assertThat(unrecognized.included().json(new ResourceIdentifier("strangers", "b")))
                .contains(tree("{\"type\": \"strangers\", \"id\": \"b\"}"));
    }

    @Test
    void includedResourcesLeadThereToo() throws IOException {
        Sample sample = Documents.withRelationships(
                Sample.class,
                "\"one\": {\"data\": {\"type\": \"others\", \"id\": \"a\"}}",
                "{\"type\": \"others\", \"id\": \"a\", \"new\": 1}");

        Unrecognized unrecognized = sample.one().included().orElseThrow().unrecognized();

        assertThat(unrecognized.json()).isEqualTo(tree("{\"type\": \"others\", \"id\": \"a\", \"new\": 1}"));
        assertThat(unrecognized.document()).isEqualTo(sample.unrecognized().document());
        assertThat(unrecognized.included()).isSameAs(sample.unrecognized().included());
    }

    @Test
    void anAnswerThatMayHaveNoResourceHasItAsWell() throws IOException {
        Optional<Sample> sample = Documents.optional(Sample.class, "{\"data\": {\"id\": \"1\"}, \"new\": 1}");

        assertThat(sample.orElseThrow().unrecognized().document()).hasToString("{\"data\":{\"id\":\"1\"},\"new\":1}");
    }

    @Test
    void anAnswerThatIsNoDocumentIsItsOwn() {
        apple.answer("{\"version\": \"1\", \"new\": [1]}");

        XcodeMetrics metrics =
                apple.client().builds().listPerfPowerMetrics("b1").execute();

        assertThat(metrics.unrecognized().document())
                .isEqualTo(metrics.unrecognized().json())
                .hasToString("{\"version\":\"1\",\"new\":[1]}");
        assertThat(metrics.unrecognized().included().identifiers()).isEmpty();
    }

    private static JsonNode tree(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }
}
