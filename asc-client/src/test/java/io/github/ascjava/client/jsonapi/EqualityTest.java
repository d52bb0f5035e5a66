package io.github.ascjava.client.jsonapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import okio.ByteString;
import org.junit.jupiter.api.Test;

/** What comparing resources reads: as little as possible, because lists and sets compare often. */
class EqualityTest {

    /** No JSON, so that reading it fails. */
    private static final String BROKEN = "{broken";

    @Test
    void differentResourcesAreToldApartWithoutReadingJson() {
        assertThat(ofBrokenJson("1", BROKEN)).isNotEqualTo(ofBrokenJson("2", BROKEN + "!"));
    }

    @Test
    void equalBytesAreEqualWithoutReadingJson() {
        assertThat(ofBrokenJson("1", BROKEN)).isEqualTo(ofBrokenJson("1", BROKEN));
    }

    @Test
    void differentBytesOfOneResourceAreRead() {
        UnknownFields fields = ofBrokenJson("1", BROKEN);

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> fields.equals(ofBrokenJson("1", BROKEN + "!")));
    }

    @Test
    void theSameContentInOtherBytesIsEqual() throws IOException {
        Sample sample = Documents.withRelationships(Sample.class, "\"new\": {\"data\": null}, \"one\": {}", "");

        assertThat(sample)
                .isEqualTo(Documents.withRelationships(Sample.class, "\"one\" :  {}, \"new\": { \"data\":null }", ""))
                .isNotEqualTo(Documents.withRelationships(Sample.class, "\"new\": {\"data\": 1}", ""));
    }

    @Test
    void unknownFieldsOfTwoResourcesAreNeverEqual() throws IOException {
        Page<Sample> page = Documents.page(Sample.class, """
                {"data": [{"type": "samples", "id": "1"}, {"type": "samples", "id": "2"}, {"type": "samples", "id": "1"}]}
                """);

        UnknownFields first = page.data().get(0).unknownFields();
        assertThat(first).isNotEqualTo(page.data().get(1).unknownFields());
        assertThat(first).isEqualTo(page.data().get(2).unknownFields());
    }

    private static UnknownFields ofBrokenJson(String id, String json) {
        Json parsers = new Json(StreamReadConstraints.DEFAULT_MAX_TOKEN_COUNT);
        ByteString bytes = ByteString.encodeUtf8(json);
        Document document = Document.ofOne(bytes, parsers, new ResourceReaders(new ValueReaders()));
        ByteRange all = new ByteRange(0, bytes.size());
        ResourceParts parts = new ResourceParts(document, all, "samples", id, null, all, Map.of(), Map.of());
        return new UnknownFields(new DocumentSource(parts, Set.of()), Map.of(), Map.of());
    }
}
