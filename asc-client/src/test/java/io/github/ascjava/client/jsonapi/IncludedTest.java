package io.github.ascjava.client.jsonapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.client.jsonapi.Sample.Other;
import io.github.ascjava.client.jsonapi.Sample.OtherV2;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.builds.Build;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class IncludedTest {

    private static final String DATA = """
            "data": [{"type": "samples", "id": "é1", "relationships": {
                "one": {"data": {"type": "others", "id": "a"}},
                "many": {"data": [{"type": "others", "id": "a"}, {"type": "others", "id": "b"}]}}}]
            """;
    private static final String INCLUDED = """
            "included": [
                {"type": "others", "id": "a", "attributes": {"name": "Änne", "new": ["日本"]}},
                {"attributes": {"name": "😀"}, "id": "b", "type": "others"},
                {"type": "strangers", "id": "a", "anything": {"x": [1, 2]}}]
            """;

    @Test
    void includedResourcesAreFoundWhereverTheyStandInTheDocument() throws IOException {
        for (String document : List.of("{" + DATA + "," + INCLUDED + "}", "{" + INCLUDED + "," + DATA + "}")) {
            Page<Sample> page = Documents.page(Sample.class, document);

            assertThat(page.data().get(0).many().included())
                    .extracting(Other::name)
                    .containsExactly("Änne", "😀");
            assertThat(page.included().find(Other.class, "b").map(Other::name)).contains("😀");
            assertThat(page.included().find(Other.class, "c")).isEmpty();
            assertThat(page.included().find(Sample.class, "a")).isEmpty();
        }
    }

    @Test
    void resourcesOfUnknownTypesAreReadableAsJson() throws IOException {
        Included included =
                Documents.page(Sample.class, "{" + DATA + "," + INCLUDED + "}").included();

        assertThat(included.identifiers())
                .containsExactly(
                        new ResourceIdentifier("others", "a"),
                        new ResourceIdentifier("others", "b"),
                        new ResourceIdentifier("strangers", "a"));
        assertThat(included.json(new ResourceIdentifier("strangers", "a")))
                .contains("{\"type\": \"strangers\", \"id\": \"a\", \"anything\": {\"x\": [1, 2]}}");
        assertThat(included.json(new ResourceIdentifier("strangers", "b"))).isEmpty();
        assertThat(included).hasToString("Included[3 resources]");
    }

    @Test
    void theIdentifiersCannotBeChanged() throws IOException {
        Included included =
                Documents.page(Sample.class, "{" + DATA + "," + INCLUDED + "}").included();

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> included.identifiers().clear());
    }

    @Test
    void theRelationshipDecidesTheClassOfATypeThatHasTwo() throws IOException {
        Page<Both> page = Documents.page(Both.class, """
                {"data": [{"type": "both", "id": "1", "relationships": {
                    "first": {"data": {"type": "others", "id": "a"}},
                    "second": {"data": {"type": "others", "id": "a"}}}}],
                 "included": [{"type": "others", "id": "a", "attributes": {"name": "Anna"}}]}
                """);
        Both both = page.data().get(0);

        Other first = both.first().included().orElseThrow();
        OtherV2 second = both.second().included().orElseThrow();
        assertThat(first.name()).isEqualTo("Anna");
        assertThat(second.title()).isEqualTo("Anna");
        assertThat(both.first().included()).containsSame(first);
        assertThat(page.included().find(OtherV2.class, "a")).containsSame(second);
    }

    @Test
    void ofTwoResourcesWithTheSameIdentifierTheFirstCounts() throws IOException {
        Page<Sample> page = Documents.page(Sample.class, """
                {"data": [], "included": [
                    {"type": "others", "id": "a", "attributes": {"name": "first"}},
                    {"type": "others", "id": "a", "attributes": {"name": "second"}}]}
                """);

        assertThat(page.included().identifiers()).hasSize(1);
        assertThat(page.included().find(Other.class, "a").map(Other::name)).contains("first");
    }

    @Test
    void aClassWithoutAJsonTypeIsNeverIncluded() throws IOException {
        Page<Sample> page = Documents.page(Sample.class, "{" + DATA + "," + INCLUDED + "}");

        assertThat(page.included().find(WithoutType.class, "a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"type\": \"others\", \"id\": \"a\"}", "\"x\"", "7", "[]"})
    void includedOfAnotherShapeIsNothing(String json) throws IOException {
        Page<Sample> page = Documents.page(Sample.class, "{\"included\": " + json + ", \"data\": []}");

        assertThat(page.included().identifiers()).isEmpty();
    }

    @Test
    void includedElementsThatAreNotResourcesAreSkipped() throws IOException {
        Page<Sample> page = Documents.page(Sample.class, """
                {"data": [], "included": [null, [{"type": "others", "id": "x"}], 1, "é", {"type": "others"}, {"id": {"id": "y"}},
                    {"type": ["others"], "id": "z"}, {"type": "others", "id": "a", "attributes": {"name": "Anna"}}, {}]}
                """);

        assertThat(page.included().identifiers()).containsExactly(new ResourceIdentifier("others", "a"));
        assertThat(page.included().find(Other.class, "a").map(Other::name)).contains("Anna");
    }

    @Test
    void appsAndBuildsThatIncludeEachOtherAreTheSameOverAndOver() throws IOException {
        Page<App> page = Documents.page(App.class, """
                {"data": [{"type": "apps", "id": "a", "attributes": {"name": "A"},
                    "relationships": {"builds": {"data": [{"type": "builds", "id": "1"}, {"type": "builds", "id": "2"}]}}}],
                 "included": [
                    {"type": "builds", "id": "1", "relationships": {"app": {"data": {"type": "apps", "id": "a"}}}},
                    {"type": "builds", "id": "2", "relationships": {"app": {"data": {"type": "apps", "id": "a"}}}},
                    {"type": "apps", "id": "a", "attributes": {"name": "A"},
                      "relationships": {"builds": {"data": [{"type": "builds", "id": "1"}, {"type": "builds", "id": "2"}]}}}]}
                """);
        App app = page.data().get(0);
        App again = app;
        for (int i = 0; i < 1000; i++) {
            Build build = again.builds().included().get(i % 2);
            again = build.app().included().orElseThrow();
            assertThat(build)
                    .hasSameHashCodeAs(build)
                    .isEqualTo(again.builds().included().get(i % 2));
            assertThat(build.toString()).contains("app=ToOne[apps a]");
        }

        assertThat(again).isEqualTo(app).hasSameHashCodeAs(app).hasToString(app.toString());
        assertThat(page.included().find(App.class, "a")).containsSame(again);
        assertThat(page).hasSameHashCodeAs(page);
        assertThat(page.toString()).contains("builds=ToMany[[1, 2]]");
    }

    @Test
    void aLongChainOfIncludedResourcesIsFollowedLinkByLink() throws IOException {
        int length = 10_000;
        StringBuilder included = new StringBuilder();
        for (int i = length; i > 0; i--) {
            included.append("""
                    {"type": "others", "id": "%1$d", "relationships": {"sample": {"data": {"type": "samples", "id": "%1$d"}}}},
                    {"type": "samples", "id": "%1$d", "relationships": {"one": {"data": {"type": "others", "id": "%2$d"}}}},
                    """.formatted(i, i + 1));
        }
        included.append("{\"type\": \"strangers\", \"id\": \"1\"}");
        String toTheFirst = "\"one\": {\"data\": {\"type\": \"others\", \"id\": \"1\"}}";
        Sample first = Documents.withRelationships(Sample.class, toTheFirst, included.toString());
        Sample same = Documents.withRelationships(Sample.class, toTheFirst, included.toString());

        assertThat(first.toString()).contains("one=ToOne[others 1]");
        assertThat(first).isEqualTo(same).hasSameHashCodeAs(same);
        Sample sample = first;
        int followed = 0;
        while (sample.one().included().isPresent()) {
            sample = sample.one().included().orElseThrow().sample().included().orElseThrow();
            followed++;
        }
        assertThat(followed).isEqualTo(length);
        assertThat(sample.one()).hasToString("ToOne[others 10001]");
        assertThat(first).isNotEqualTo(sample).hasToString(first.toString());
    }

    @Test
    void aListOfManyIncludedResourcesIsRead() throws IOException {
        int length = 10_000;
        String identifiers = IntStream.range(0, length)
                .mapToObj(i -> "{\"type\": \"others\", \"id\": \"" + i + "\"}")
                .collect(Collectors.joining(","));
        Sample sample =
                Documents.withRelationships(Sample.class, "\"many\": {\"data\": [" + identifiers + "]}", identifiers);

        assertThat(sample.many().included())
                .hasSize(length)
                .last()
                .extracting(Other::id)
                .isEqualTo("9999");
        assertThat(sample.many().isTruncated()).isFalse();
    }

    @Test
    void manyThreadsMayAskForTheFirstTimeAtOnce() throws Exception {
        int threads = 16;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 50; round++) {
                Page<Sample> page = Documents.page(Sample.class, "{" + DATA + "," + INCLUDED + "}");
                CyclicBarrier barrier = new CyclicBarrier(threads);
                Callable<Other> first = () -> {
                    barrier.await();
                    return page.data().get(0).one().included().orElseThrow();
                };
                List<Future<Other>> futures = executor.invokeAll(Collections.nCopies(threads, first));
                Set<Other> seen = Collections.newSetFromMap(new IdentityHashMap<>());
                for (Future<Other> future : futures) {
                    assertThat(future.get().name()).isEqualTo("Änne");
                    seen.add(future.get());
                }
                assertThat(seen).hasSize(1);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void bigPagesAreReadWholly() throws IOException {
        List<String> samples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            StringBuilder relationships = new StringBuilder();
            for (int j = 0; j < 40; j++) {
                String name = j == 0 ? "one" : j == 1 ? "many" : "relation" + j;
                relationships
                        .append(j == 0 ? "" : ",")
                        .append(
                                "\"%s\": {\"links\": {\"self\": \"https://example.com/v1/samples/%d/relationships/%s\"}}"
                                        .formatted(name, i, name));
            }
            samples.add(
                    "{\"type\": \"samples\", \"id\": \"%d\", \"attributes\": {\"text\": \"Ünïcødé %d\"}, \"relationships\": {%s}}"
                            .formatted(i, i, relationships));
        }
        Page<Sample> page = Documents.page(Sample.class, "{\"data\": [" + String.join(", ", samples) + "]}");

        assertThat(page.data()).hasSize(200);
        for (int i = 0; i < 200; i++) {
            Sample sample = page.data().get(i);
            assertThat(sample.text()).isEqualTo("Ünïcødé " + i);
            assertThat(sample.many().links().self())
                    .isEqualTo("https://example.com/v1/samples/" + i + "/relationships/many");
            assertThat(sample.unknownFields().relationships()).hasSize(38);
        }
    }

    /** A resource without a declared JSON:API type. */
    public record WithoutType(String id, UnknownFields unknownFields) implements Resource {}

    /** A resource with two relationships to one JSON:API type, each with its own class. */
    @ResourceType("both")
    public record Both(
            String id, @Nullable String name, ToOne<Other> first, ToOne<OtherV2> second, UnknownFields unknownFields)
            implements Resource {}
}
