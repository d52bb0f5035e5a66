package io.github.ascjava.client.jsonapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.client.jsonapi.Sample.Other;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelationshipTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"one\": {}, \"many\": {}",
                "\"one\": null, \"many\": null",
                "\"one\": {\"links\": {\"self\": \"s\"}}, \"many\": {\"links\": {\"self\": \"s\"}}",
                "\"one\": {\"meta\": {\"x\": 1}}, \"many\": {\"links\": null, \"meta\": null}"
            })
    void withoutDataTheResponseDidNotSay(String relationships) throws IOException {
        Sample sample = Documents.withRelationships(Sample.class, relationships, "");

        assertThat(sample.one().hasData()).isFalse();
        assertThat(sample.one().id()).isNull();
        assertThat(sample.one().identifier()).isNull();
        assertThat(sample.one().included()).isEmpty();
        assertThat(sample.one()).hasToString("ToOne[not said]");
        assertThat(sample.many().hasData()).isFalse();
        assertThat(sample.many().ids()).isEmpty();
        assertThat(sample.many().included()).isEmpty();
        assertThat(sample.many().total()).isNull();
        assertThat(sample.many().isTruncated()).isFalse();
        assertThat(sample.many()).hasToString("ToMany[not said]");
        assertThat(sample.unknownFields().isEmpty()).isTrue();
    }

    @Test
    void nothingRelatedIsSomethingElse() throws IOException {
        Sample sample =
                Documents.withRelationships(Sample.class, "\"one\": {\"data\": null}, \"many\": {\"data\": []}", "");

        assertThat(sample.one().hasData()).isTrue();
        assertThat(sample.one().id()).isNull();
        assertThat(sample.one()).hasToString("ToOne[none]");
        assertThat(sample.many().hasData()).isTrue();
        assertThat(sample.many().identifiers()).isEmpty();
        assertThat(sample.many()).hasToString("ToMany[[]]");
        assertThat(Documents.withRelationships(Sample.class, "\"many\": {\"data\": null}", "")
                        .many()
                        .hasData())
                .isTrue();
    }

    @Test
    void relatedResourcesHaveIdsEvenIfTheyAreNotIncluded() throws IOException {
        Sample sample = Documents.withRelationships(Sample.class, """
                "one": {"data": {"type": "others", "id": "a"}},
                "many": {"data": [{"type": "others", "id": "b"}, {"id": "c", "type": "others"}]}
                """, "");

        assertThat(sample.one().id()).isEqualTo("a");
        assertThat(sample.one().identifier()).isEqualTo(new ResourceIdentifier("others", "a"));
        assertThat(sample.one().included()).isEmpty();
        assertThat(sample.one()).hasToString("ToOne[others a]");
        assertThat(sample.many().ids()).containsExactly("b", "c");
        assertThat(sample.many().identifiers())
                .containsExactly(new ResourceIdentifier("others", "b"), new ResourceIdentifier("others", "c"));
        assertThat(sample.many().included()).isEmpty();
        assertThat(sample.many()).hasToString("ToMany[[b, c]]");
    }

    @Test
    void includedResourcesAreReadInTheOrderOfTheRelationship() throws IOException {
        Sample sample = Documents.withRelationships(Sample.class, """
                "one": {"data": {"type": "others", "id": "a"}},
                "many": {"data": [{"type": "others", "id": "b"}, {"type": "others", "id": "x"}, {"type": "others", "id": "a"}]}
                """, """
                {"type": "others", "id": "a", "attributes": {"name": "Anna"}},
                {"type": "strangers", "id": "b", "attributes": {"name": "nobody"}},
                {"type": "others", "id": "b", "attributes": {"name": "Bert"}}
                """);

        assertThat(sample.one().included().map(Other::name)).contains("Anna");
        assertThat(sample.many().included()).extracting(Other::name).containsExactly("Bert", "Anna");
        assertThat(sample.many().included().get(1))
                .isSameAs(sample.one().included().orElseThrow());
    }

    @Test
    void linksAreKeptEvenIfOneIsMissing() throws IOException {
        Sample sample = Documents.withRelationships(Sample.class, """
                "one": {"links": {"self": "/s", "related": "/r"}},
                "many": {"links": {"related": "/m", "self": {"href": "x"}}}
                """, "");

        assertThat(sample.one().links()).isEqualTo(new Links("/s", "/r"));
        assertThat(sample.many().links()).isEqualTo(new Links(null, "/m"));
        assertThat(sample.renamedOne().links()).isEqualTo(new Links(null, null));
    }

    @Test
    void relationshipsThatJavaHasNoNameForAreRead() throws IOException {
        Sample sample = Documents.withRelationships(
                Sample.class, "\"native\": {\"data\": {\"type\": \"others\", \"id\": \"n\"}}", "");

        assertThat(sample.renamedOne().id()).isEqualTo("n");
        assertThat(sample.unknownFields().relationships()).isEmpty();
    }

    @Test
    void aListIsCutIfTheTotalIsGreater() throws IOException {
        ToMany<Other> many = many("\"data\": [{\"type\": \"others\", \"id\": \"a\"}]", 3, 10);

        assertThat(many.isTruncated()).isTrue();
        assertThat(many.total()).isEqualTo(3);
        assertThat(many).hasToString("ToMany[[a] and more]");
    }

    @Test
    void aListWithAllOfItsTotalIsNotCut() throws IOException {
        ToMany<Other> many = many("\"data\": [{\"type\": \"others\", \"id\": \"a\"}]", 1, 1);

        assertThat(many.isTruncated()).isFalse();
        assertThat(many.total()).isEqualTo(1);
    }

    @Test
    void aListAsLongAsItsLimitMayBeCut() throws IOException {
        assertThat(many("\"data\": [{\"type\": \"others\", \"id\": \"a\"}]", null, 1)
                        .isTruncated())
                .isTrue();
        assertThat(many("\"data\": [{\"type\": \"others\", \"id\": \"a\"}]", null, 2)
                        .isTruncated())
                .isFalse();
    }

    @Test
    void theTotalOfZeroThatProvisioningSendsIsNotBelieved() throws IOException {
        ToMany<Other> many = many(
                "\"data\": [{\"type\": \"others\", \"id\": \"a\"}, {\"type\": \"others\", \"id\": \"b\"}]",
                0,
                Integer.MAX_VALUE);

        assertThat(many.total()).isNull();
        assertThat(many.isTruncated()).isFalse();
        assertThat(many.ids()).containsExactly("a", "b");
        assertThat(many("\"links\": {}", 0, Integer.MAX_VALUE).total()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "9, , false",
        "10, , true",
        "11, , false",
        "49, , false",
        "50, , true",
        "51, , false",
        "10, 2147483647, true",
        "50, 2147483647, true",
        "51, 2147483647, false",
        "10, 25, false",
        "50, 200, false",
        "0, , false"
    })
    void aListThatEndsWhereAppleCutsMayBeCutUnlessTheResponseSaysOtherwise(
            int named, @Nullable Integer limit, boolean isTruncated) throws IOException {
        String data = "\"data\": ["
                + IntStream.range(0, named)
                        .mapToObj(i -> "{\"type\": \"others\", \"id\": \"" + i + "\"}")
                        .collect(Collectors.joining(", "))
                + "]";
        ToMany<Other> many = many(data, null, limit);

        assertThat(many.isTruncated()).isEqualTo(isTruncated);
        assertThat(many.total()).isNull();
        assertThat(many.ids()).hasSize(named);
        if (named > 0) {
            assertThat(many(data, named, limit).isTruncated()).isFalse();
            assertThat(many(data, named + 1, limit).isTruncated()).isTrue();
        }
    }

    @Test
    void aTotalOfZeroIsBelievedIfTheListIsEmpty() throws IOException {
        assertThat(many("\"data\": []", 0, 10).total()).isZero();
    }

    @Test
    void aTotalWithoutDataSaysThatThereAreMore() throws IOException {
        ToMany<Other> many = many("\"links\": {}", 4, 10);

        assertThat(many.total()).isEqualTo(4);
        assertThat(many.isTruncated()).isTrue();
        assertThat(many.hasData()).isFalse();
        assertThat(many("\"links\": {}", 4, null).total()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x\"",
                "[]",
                "7",
                "{\"data\": \"x\"}",
                "{\"data\": 7}",
                "{\"data\": {}}",
                "{\"data\": {\"type\": \"others\"}}",
                "{\"data\": {\"type\": \"others\", \"id\": 7}}",
                "{\"data\": {\"type\": [], \"id\": \"a\"}}"
            })
    void aRelationshipOfAnotherShapeCountsAsAbsentAndIsKept(String json) throws IOException {
        Sample sample = Documents.withRelationships(Sample.class, "\"one\": " + json + ", \"many\": " + json, "");

        assertThat(sample.one().hasData()).isFalse();
        assertThat(sample.one().id()).isNull();
        assertThat(sample.many().hasData()).isFalse();
        assertThat(sample.many().ids()).isEmpty();
        assertThat(sample.unknownFields().relationships()).containsOnlyKeys("one", "many");
        assertThat(sample.unknownFields().isEmpty()).isFalse();
    }

    @Test
    void invalidIdentifiersAreOmittedAndTheRelationshipKept() throws IOException {
        Sample sample = Documents.withRelationships(
                Sample.class, "\"many\": {\"data\": [null, {\"type\": \"others\", \"id\": \"a\"}, [], \"x\"]}", "");

        assertThat(sample.many().hasData()).isTrue();
        assertThat(sample.many().ids()).containsExactly("a");
        assertThat(sample.unknownFields().relationships()).containsOnlyKeys("many");
    }

    @Test
    void oddPagingCountsAsUnsaid() throws IOException {
        Sample sample = Documents.withRelationships(
                Sample.class,
                "\"many\": {\"data\": [], \"meta\": {\"paging\": {\"total\": \"9\", \"limit\": 3e10}}}",
                "");

        assertThat(sample.many().total()).isNull();
        assertThat(sample.many().isTruncated()).isFalse();
    }

    @Test
    void equalityGoesByTheIdentifiers() throws IOException {
        Sample sample = related("\"links\": {\"self\": \"x\"}, ", "a");

        assertThat(sample.one())
                .isEqualTo(related("", "a").one())
                .hasSameHashCodeAs(related("", "a").one());
        assertThat(sample.many())
                .isEqualTo(related("", "a").many())
                .hasSameHashCodeAs(related("", "a").many());
        assertThat(sample.one()).isNotEqualTo(related("", "b").one()).isNotEqualTo(sample.renamedOne());
        assertThat(sample.many()).isNotEqualTo(related("", "b").many());
        Sample none =
                Documents.withRelationships(Sample.class, "\"one\": {\"data\": null}, \"many\": {\"data\": []}", "");
        assertThat(none.one()).isNotEqualTo(none.renamedOne());
        assertThat(none.many())
                .isNotEqualTo(Documents.withRelationships(Sample.class, "", "").many());
    }

    @Test
    void cyclesAmongIncludedResourcesEndSomewhere() throws IOException {
        String relationships = "\"one\": {\"data\": {\"type\": \"others\", \"id\": \"a\"}}";
        String included = """
                {"type": "others", "id": "a", "attributes": {"name": "Anna"},
                 "relationships": {"sample": {"data": {"type": "samples", "id": "1"}}}},
                {"type": "samples", "id": "1", "relationships": {"one": {"data": {"type": "others", "id": "a"}}}}
                """;
        Sample sample = Documents.withRelationships(Sample.class, relationships, included);
        Other other = sample.one().included().orElseThrow();
        Sample again = other.sample().included().orElseThrow();

        assertThat(again.one().included()).containsSame(other);
        assertThat(other).hasToString("Other[id=a, name=Anna, sample=ToOne[samples 1], unknownFields=UnknownFields[]]");
        assertThat(again).isEqualTo(sample).hasSameHashCodeAs(sample).hasToString(sample.toString());
    }

    @Test
    void theListsCannotBeChanged() throws IOException {
        Sample sample = related("", "a");

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> sample.many().identifiers().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> sample.many().ids().clear());
    }

    private static Sample related(String before, String id) throws IOException {
        String identifier = "{\"type\": \"others\", \"id\": \"" + id + "\"}";
        return Documents.withRelationships(
                Sample.class,
                "\"one\": {" + before + "\"data\": " + identifier + "}, \"many\": {" + before + "\"data\": ["
                        + identifier + "]}",
                "");
    }

    private static ToMany<Other> many(String members, @Nullable Integer total, @Nullable Integer limit)
            throws IOException {
        String paging = (total == null ? "" : "\"total\": " + total + ", ") + "\"limit\": " + limit;
        return Documents.withRelationships(
                        Sample.class, "\"many\": {" + members + ", \"meta\": {\"paging\": {" + paging + "}}}", "")
                .many();
    }
}
