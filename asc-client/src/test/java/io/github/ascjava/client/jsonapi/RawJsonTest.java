package io.github.ascjava.client.jsonapi;

import static io.github.ascjava.client.PlainJson.tree;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.ApiServer;
import io.github.ascjava.client.jsonapi.Sample.Other;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.builds.XcodeMetrics;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The JSON of a response is available as received, whatever part of it the classes know. */
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

        assertThat(page.json()).isEqualTo(PAGE);
        assertThat(tree(page.json()).at("/links/first").textValue()).isEqualTo("/f");
        assertThat(tree(page.json()).at("/meta/paging/nextCursor").textValue()).isEqualTo("Aw.VGkW1w");
        assertThat(tree(page.json()).at("/jsonapi/version").textValue()).isEqualTo("1.0");
    }

    @Test
    void everyPageOfAWalkHasItsOwn() {
        apple.answer(PAGE);
        apple.answer("{\"data\": [], \"last\": true}");

        assertThat(apple.client().apps().list().pages())
                .extracting(page -> tree(page.json()).has("last"))
                .containsExactly(false, true);
    }

    @Test
    void aSingleResourceLeadsToTheWholeDocument() throws IOException {
        String document = """
                {"new": [{}], "data": {"type": "samples", "id": "1"}, "links": {"self": "/s"},
                 "included": [{"type": "others", "id": "a", "attributes": {"name": "Anna"}}, {"type": "strangers", "id": "b"}]}
                """;

        UnknownFields unknownFields = Documents.one(Sample.class, document).unknownFields();

        assertThat(unknownFields.document()).isEqualTo(document);
        assertThat(unknownFields.json()).isEqualTo("{\"type\": \"samples\", \"id\": \"1\"}");
        assertThat(unknownFields.included().find(Other.class, "a").map(Other::name))
                .contains("Anna");
        assertThat(unknownFields.included().json(new ResourceIdentifier("strangers", "b")))
                .contains("{\"type\": \"strangers\", \"id\": \"b\"}");
    }

    @Test
    void includedResourcesLeadToTheirOwnJsonOnly() throws IOException {
        Sample sample = Documents.withRelationships(
                Sample.class,
                "\"one\": {\"data\": {\"type\": \"others\", \"id\": \"a\"}}",
                "{\"type\": \"others\", \"id\": \"a\", \"new\": 1}");

        UnknownFields unknownFields = sample.one().included().orElseThrow().unknownFields();

        assertThat(unknownFields.json()).isEqualTo("{\"type\": \"others\", \"id\": \"a\", \"new\": 1}");
        assertThat(unknownFields.document()).isNull();
        assertThat(unknownFields.included().identifiers()).isEmpty();
    }

    @Test
    void resourcesOfAListLeadToWhatTheirRelationshipsLeadTo() throws IOException {
        Page<Sample> page = Documents.page(Sample.class, """
                {"data": [
                    {"type": "samples", "id": "1", "relationships": {"new": {"data": [{"type": "others", "id": "b"}]}}},
                    {"type": "samples", "id": "2"}],
                 "included": [
                    {"type": "samples", "id": "9", "x": 1, "relationships": {"one": {"data": {"type": "others", "id": "b"}}}},
                    {"type": "others", "id": "a"},
                    {"type": "others", "id": "b", "relationships": {"sample": {"data": {"type": "samples", "id": "9"}}}}]}
                """);

        UnknownFields first = page.data().get(0).unknownFields();
        assertThat(first.document()).isNull();
        assertThat(first.included().identifiers())
                .containsExactly(new ResourceIdentifier("samples", "9"), new ResourceIdentifier("others", "b"));
        assertThat(first.included().find(Sample.class, "9").orElseThrow().one().included())
                .containsSame(page.included().find(Other.class, "b").orElseThrow());
        assertThat(page.data().get(1).unknownFields().included().identifiers()).isEmpty();
        assertThat(page.included().identifiers()).hasSize(3);
    }

    @Test
    void anOptionalResourceLeadsToTheWholeDocument() throws IOException {
        Optional<Sample> sample = Documents.optional(Sample.class, "{\"data\": {\"id\": \"1\"}, \"new\": 1}");

        assertThat(sample.orElseThrow().unknownFields().document())
                .isEqualTo("{\"data\": {\"id\": \"1\"}, \"new\": 1}");
    }

    @Test
    void aResponseThatIsNotADocumentIsItsOwnDocument() {
        apple.answer("{\"version\": \"1\", \"new\": [1]}");

        XcodeMetrics metrics =
                apple.client().builds().listPerfPowerMetrics("b1").execute();

        assertThat(metrics.unknownFields().document())
                .isEqualTo(metrics.unknownFields().json())
                .isEqualTo("{\"version\": \"1\", \"new\": [1]}");
        assertThat(metrics.unknownFields().included().identifiers()).isEmpty();
    }
}
