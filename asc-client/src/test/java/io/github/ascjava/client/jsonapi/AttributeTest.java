package io.github.ascjava.client.jsonapi;

import static io.github.ascjava.client.PlainJson.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.ascjava.client.jsonapi.Sample.Color;
import io.github.ascjava.client.jsonapi.Sample.Inner;
import io.github.ascjava.client.jsonapi.Sample.Part;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.provisioning.BundleId;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserRole;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How attributes are read, and what happens to those of an unexpected type. */
class AttributeTest {

    @Test
    void aNullInAListOfRecordsDoesNotAffectTheOthers() throws IOException {
        Sample sample =
                Documents.withAttributes(Sample.class, "\"parts\": [{\"name\": \"p\"}, null, {\"name\": \"q\"}]");

        assertThat(sample.parts()).extracting(Part::name).containsExactly("p", "q");
        assertThat(sample.unknownFields().attributes()).containsKey("parts");
    }

    @Test
    void openValuesAreEqualByKindAndText() {
        assertThat(Color.of("RED")).isEqualTo(Color.RED).hasSameHashCodeAs(Color.RED);
        assertThat(Color.of("BLUE")).isNotEqualTo(Color.RED);
        assertThat(UserRole.of("RED")).isNotEqualTo(Color.RED);
    }

    @Test
    void attributesOfEveryTypeAreFlatOnTheResource() throws IOException {
        Sample sample = Documents.withAttributes(Sample.class, """
                "text": "a", "flag": true, "number": -2147483648, "longNumber": 9223372036854775807, "fraction": 0.5,
                "exact": 1.10, "uri": "https://example.com/a?b=c", "date": "2026-09-15",
                "dateTime": "2022-09-07T10:42:15-07:00", "color": "RED", "texts": ["a", ""], "colors": ["BLUE", "NEW"],
                "part": {"name": "p", "width": 3, "default": false, "inner": {"numbers": [1, 2]}},
                "parts": [{"name": "q"}, {}], "json": {"a": [1]}, "jsons": [1, {}], "class": "renamed"
                """);

        assertThat(sample.id()).isEqualTo("1");
        assertThat(sample.type()).isEqualTo("samples");
        assertThat(sample.text()).isEqualTo("a");
        assertThat(sample.flag()).isTrue();
        assertThat(sample.number()).isEqualTo(Integer.MIN_VALUE);
        assertThat(sample.longNumber()).isEqualTo(Long.MAX_VALUE);
        assertThat(sample.fraction()).isEqualTo(0.5);
        assertThat(sample.exact()).isEqualTo(new BigDecimal("1.10"));
        assertThat(sample.uri()).isEqualTo(URI.create("https://example.com/a?b=c"));
        assertThat(sample.date()).isEqualTo(LocalDate.of(2026, 9, 15));
        assertThat(sample.dateTime()).isEqualTo(OffsetDateTime.parse("2022-09-07T10:42:15-07:00"));
        assertThat(sample.color()).isSameAs(Color.RED);
        assertThat(sample.texts()).containsExactly("a", "");
        assertThat(sample.colors()).containsExactly(Color.BLUE, Color.of("NEW"));
        assertThat(sample.part()).isEqualTo(new Part("p", 3, false, new Inner(List.of(1, 2))));
        assertThat(sample.parts()).containsExactly(new Part("q", null, null, null), new Part(null, null, null, null));
        assertThat(sample.json()).isEqualTo(plain("{\"a\": [1]}"));
        assertThat(sample.jsons()).containsExactly(plain("1"), plain("{}"));
        assertThat(sample.renamed()).isEqualTo("renamed");
        assertThat(sample.unknownFields().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", \"attributes\": {}",
                ", \"attributes\": null",
                ", \"attributes\": {\"text\": null, \"flag\": null, \"number\": null, \"longNumber\": null,"
                        + " \"fraction\": null, \"exact\": null, \"uri\": null, \"date\": null, \"dateTime\": null,"
                        + " \"color\": null, \"texts\": null, \"colors\": null, \"part\": null, \"parts\": null,"
                        + " \"json\": null, \"jsons\": null, \"class\": null}"
            })
    void everyAttributeMayBeAbsentOrNull(String attributes) throws IOException {
        Sample sample =
                Documents.one(Sample.class, "{\"data\": {\"type\": \"samples\", \"id\": \"1\"" + attributes + "}}");

        List<@Nullable Object> values = Arrays.stream(Sample.class.getRecordComponents())
                .filter(component -> !List.of("id", "one", "many", "renamedOne", "links", "unknownFields")
                        .contains(component.getName()))
                .map(component -> valueOf(component, sample))
                .toList();
        assertThat(values).hasSize(17).containsOnlyNulls();
        assertThat(sample.unknownFields().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {App.class, User.class, BundleId.class})
    void theResourcesOfTheSliceCanBeSparse(Class<? extends Resource> type) throws IOException {
        Resource resource = Documents.one(
                type,
                "{\"data\": {\"type\": \"%s\", \"id\": \"1\"}}"
                        .formatted(Objects.requireNonNull(type.getAnnotation(ResourceType.class))
                                .value()));

        assertThat(resource.id()).isEqualTo("1");
        assertThat(resource.unknownFields().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | {} | ''",
                "text | [\"a\"] | ''",
                "class | [] | ''",
                "flag | 1 | ''",
                "flag | 'true' | x",
                "flag | {} | ''",
                "number | 2147483648 | ''",
                "number | 1.0 | ''",
                "number | 1e2 | ''",
                "number | '1' | x",
                "number | true | ''",
                "number | [1] | ''",
                "longNumber | 9223372036854775808 | ''",
                "longNumber | 0.5 | ''",
                "longNumber | {\"a\": {}} | ''",
                "fraction | 'NaN' | x",
                "fraction | 1e999 | ''",
                "fraction | false | ''",
                "exact | '1.10' | x",
                "exact | [] | ''",
                "uri | 'not a uri {w}x{h}' | x",
                "uri | 7 | ''",
                "uri | {\"href\": \"x\"} | ''",
                "date | '2026-13-01' | x",
                "date | '2026-09-15T00:00:00Z' | x",
                "date | 20260915 | ''",
                "date | [2026, 9, 15] | ''",
                "dateTime | '2026-09-15' | x",
                "dateTime | '2026-09-15T10:00:00' | x",
                "dateTime | 1757930400 | ''",
                "color | 5 | ''",
                "color | true | ''",
                "color | {\"value\": \"RED\"} | ''",
                "texts | 'a' | x",
                "texts | {} | ''",
                "texts | [\"a\", null] | ''",
                "texts | [\"a\", []] | ''",
                "colors | [\"RED\", 1] | ''",
                "colors | [[\"RED\"]] | ''",
                "part | 'p' | x",
                "part | [] | ''",
                "part | 3 | ''",
                "parts | {} | ''",
                "parts | [{}, 1] | ''",
                "parts | [[]] | ''",
                "jsons | {} | ''",
                "jsons | [1, null] | ''"
            })
    void aValueOfAnotherShapeIsKeptRawAndTheRestIsRead(String name, String json, String quoted) throws IOException {
        String value = quoted.isEmpty() ? json : "\"" + json + "\"";
        Page<Sample> page = Documents.page(Sample.class, """
                {"data": [
                  {"type": "samples", "id": "1", "attributes": {"before": 1, "%s" : %s , "after": [{}, "é"]}},
                  {"type": "samples", "id": "2", "attributes": {"text": "whole"}}]}
                """.formatted(name, value));
        Sample odd = page.data().get(0);

        assertThat(valueOf(name.equals("class") ? "renamed" : name, odd)).isNull();
        assertThat(odd.unknownFields().attributes())
                .containsOnlyKeys("before", name, "after")
                .containsEntry("before", plain("1"))
                .containsEntry(name, plain(value))
                .containsEntry("after", plain("[{}, \"é\"]"));
        assertThat(odd.unknownFields().isEmpty()).isFalse();
        assertThat(page.data().get(1).text()).isEqualTo("whole");
        assertThat(page.data().get(1).unknownFields().isEmpty()).isTrue();
    }

    @Test
    void aNumberWhoseExponentNoBigDecimalHoldsIsKeptAsItsText() throws IOException {
        Sample sample = Documents.withAttributes(
                Sample.class, "\"exact\": 1e99999999999, \"json\": -1E-99999999999, \"new\": [1e99999999999]");

        assertThat(sample.exact()).isNull();
        assertThat(sample.json()).isEqualTo("-1E-99999999999");
        assertThat(sample.unknownFields().attributes())
                .isEqualTo(Map.of("exact", "1e99999999999", "new", List.of("1e99999999999")));
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "-0.50, -0.50", "1e3, 1e3", "true, true", "false, false"})
    void aNumberOrBooleanWhereTextWasPromisedIsReadAsItStands(String json, String text) throws IOException {
        Sample sample = Documents.withAttributes(Sample.class, "\"text\": " + json + ", \"texts\": [" + json + "]");

        assertThat(sample.text()).isEqualTo(text);
        assertThat(sample.texts()).containsExactly(text);
        assertThat(sample.unknownFields().isEmpty()).isTrue();
    }

    @Test
    void wholeNumbersAreReadWhereFractionsWerePromised() throws IOException {
        Sample sample = Documents.withAttributes(Sample.class, "\"fraction\": 7, \"exact\": 7, \"longNumber\": 7");

        assertThat(sample.fraction()).isEqualTo(7.0);
        assertThat(sample.exact()).isEqualTo(BigDecimal.valueOf(7));
        assertThat(sample.longNumber()).isEqualTo(7L);
    }

    @Test
    void exactNumbersKeepAllOfTheirDigits() throws IOException {
        Sample sample = Documents.withAttributes(Sample.class, "\"exact\": 12345678901234567890.123456789012345678900");

        assertThat(sample.exact()).isEqualTo(new BigDecimal("12345678901234567890.123456789012345678900"));
    }

    @Test
    void anUndocumentedValueIsReadableAndEqualToOneOfOnesOwn() throws IOException {
        Sample sample = Documents.withAttributes(Sample.class, "\"color\": \"ULTRA_VIOLET\"");

        Color color = Objects.requireNonNull(sample.color());
        assertThat(color.value()).isEqualTo("ULTRA_VIOLET");
        assertThat(color).isEqualTo(Color.of("ULTRA_VIOLET")).hasSameHashCodeAs(Color.of("ULTRA_VIOLET"));
        assertThat(sample.unknownFields().isEmpty()).isTrue();
    }

    @Test
    void emptyTextIsAValueOfItsOwn() throws IOException {
        Sample sample = Documents.withAttributes(Sample.class, "\"text\": \"\", \"color\": \"\", \"uri\": \"\"");

        assertThat(sample.text()).isEmpty();
        assertThat(sample.color()).isEqualTo(Color.of(""));
        assertThat(sample.uri()).isEqualTo(URI.create(""));
    }

    @Test
    void unknownMembersOfANestedObjectKeepTheWholeAttributeBesides() throws IOException {
        Sample sample = Documents.withAttributes(
                Sample.class,
                "\"part\": {\"name\": \"p\", \"new\": {\"x\": [1]}, \"width\": 2}, \"parts\": [{\"name\": \"q\"},"
                        + " {\"new\": 1}]");

        assertThat(sample.part()).isEqualTo(new Part("p", 2, null, null));
        assertThat(sample.parts()).containsExactly(new Part("q", null, null, null), new Part(null, null, null, null));
        assertThat(sample.unknownFields().attributes())
                .containsOnlyKeys("part", "parts")
                .containsEntry("part", plain("{\"name\": \"p\", \"new\": {\"x\": [1]}, \"width\": 2}"))
                .containsEntry("parts", plain("[{\"name\": \"q\"}, {\"new\": 1}]"));
    }

    @Test
    void oddValuesDeepWithinAnAttributeKeepTheWholeAttributeBesides() throws IOException {
        Sample sample = Documents.withAttributes(
                Sample.class, "\"part\": {\"name\": \"p\", \"inner\": {\"numbers\": [1, \"2\"]}}, \"text\": \"t\"");

        assertThat(sample.part()).isEqualTo(new Part("p", null, null, new Inner(null)));
        assertThat(sample.text()).isEqualTo("t");
        assertThat(sample.unknownFields().attributes())
                .containsOnlyKeys("part")
                .containsEntry("part", plain("{\"name\": \"p\", \"inner\": {\"numbers\": [1, \"2\"]}}"));
    }

    @Test
    void unknownMembersOfAResourceAreKept() throws IOException {
        Sample sample = Documents.one(Sample.class, """
                {"data": {"meta": {"x": null}, "type": "samples", "version": 2, "id": "1",
                  "attributes": {"newText": "é", "newNull": null},
                  "relationships": {"newRelation": {"data": {"type": "x", "id": "y"}}, "one": {}}}}
                """);

        assertThat(sample.unknownFields().members())
                .containsOnlyKeys("meta", "version")
                .containsEntry("meta", plain("{\"x\": null}"))
                .containsEntry("version", plain("2"));
        assertThat(sample.unknownFields().attributes())
                .containsOnlyKeys("newText", "newNull")
                .containsEntry("newText", plain("\"é\""))
                .containsEntry("newNull", plain("null"));
        assertThat(sample.unknownFields().relationships())
                .containsOnlyKeys("newRelation")
                .containsEntry("newRelation", plain("{\"data\": {\"type\": \"x\", \"id\": \"y\"}}"));
        assertThat(sample.unknownFields())
                .hasToString("UnknownFields[attributes=[newText, newNull], relationships=[newRelation],"
                        + " members=[meta, version]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "[1]", "7", "false"})
    void attributesThatAreNotAnObjectAreKept(String json) throws IOException {
        Sample sample = Documents.one(
                Sample.class,
                "{\"data\": {\"type\": \"samples\", \"attributes\": " + json + ", \"relationships\": " + json
                        + ", \"id\": \"1\"}}");

        assertThat(sample.text()).isNull();
        assertThat(sample.one().hasData()).isFalse();
        assertThat(sample.unknownFields().members())
                .containsOnlyKeys("attributes", "relationships")
                .containsEntry("attributes", plain(json))
                .containsEntry("relationships", plain(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"samplesV2\"", "null", "7", "{\"a\": {\"id\": \"x\"}}", "[[]]"})
    void anotherTypeIsKeptAndNotFailedFor(String type) throws IOException {
        Sample sample = Documents.one(
                Sample.class, "{\"data\": {\"type\": " + type + ", \"id\": \"1\", \"attributes\": {\"text\": \"t\"}}}");

        assertThat(sample.text()).isEqualTo("t");
        assertThat(sample.unknownFields().members()).containsOnlyKeys("type").containsEntry("type", plain(type));
    }

    @Test
    void theTypeMayBeMissing() throws IOException {
        Sample sample = Documents.one(Sample.class, "{\"data\": {\"id\": \"1\"}}");

        assertThat(sample.unknownFields().isEmpty()).isTrue();
    }

    @Test
    void anIdMayBeANumber() throws IOException {
        assertThat(Documents.one(Sample.class, "{\"data\": {\"id\": 17}}").id()).isEqualTo("17");
    }

    @Test
    void theWholeResourceIsThereAsItCame() throws IOException {
        Sample sample = Documents.one(Sample.class, """
                {"data": {"id": "1", "links": {"self": "https://example.com/1"}, "attributes": {"text": "a"}}}
                """);

        assertThat(sample.unknownFields().json())
                .isEqualTo("{\"id\": \"1\", \"links\": {\"self\": \"https://example.com/1\"},"
                        + " \"attributes\": {\"text\": \"a\"}}");
    }

    @Test
    void attributesWithTheNamesOfRelationshipsAreUnknown() throws IOException {
        Sample sample = Documents.withAttributes(Sample.class, "\"one\": \"x\", \"id\": 2");

        assertThat(sample.id()).isEqualTo("1");
        assertThat(sample.one().hasData()).isFalse();
        assertThat(sample.unknownFields().attributes()).containsOnlyKeys("one", "id");
    }

    @Test
    void whatWasNotRecognizedCannotBeChanged() throws IOException {
        UnknownFields unknownFields =
                Documents.withAttributes(Sample.class, "\"new\": 1").unknownFields();

        for (Function<UnknownFields, Map<String, @Nullable Object>> part :
                List.<Function<UnknownFields, Map<String, @Nullable Object>>>of(
                        UnknownFields::attributes, UnknownFields::members, UnknownFields::relationships)) {
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> part.apply(unknownFields).put("x", "1"));
        }
    }

    @Test
    void resourcesWithTheSameContentAreEqual() throws IOException {
        String attributes = "\"text\": \"a\", \"new\": {\"x\": 1}";
        Sample sample = Documents.withAttributes(Sample.class, attributes);

        assertThat(sample)
                .isEqualTo(Documents.withAttributes(Sample.class, " \"new\" : {\"x\":1} , \"text\":\"a\""))
                .hasSameHashCodeAs(Documents.withAttributes(Sample.class, attributes))
                .isNotEqualTo(Documents.withAttributes(Sample.class, "\"text\": \"a\", \"new\": {\"x\": 2}"))
                .isNotEqualTo(Documents.withAttributes(Sample.class, "\"text\": \"a\""));
    }

    @Test
    void unsupportedClassesAreRejectedWithTheReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Documents.withAttributes(WithPrimitive.class, ""))
                .withMessage("No attribute can be read as int.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Documents.withAttributes(WithoutId.class, ""))
                .withMessage(WithoutId.class.getName() + " has no component id, as every resource needs.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Documents.withAttributes(NoRecord.class, ""))
                .withMessage(NoRecord.class.getName() + " is not a record, so it cannot be read from JSON.");
    }

    private static @Nullable Object valueOf(String name, Sample sample) {
        return Arrays.stream(Sample.class.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .map(component -> valueOf(component, sample))
                .orElse(null);
    }

    private static @Nullable Object valueOf(RecordComponent component, Sample sample) {
        try {
            return component.getAccessor().invoke(sample);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An attribute that cannot be null. */
    public record WithPrimitive(String id, int number, UnknownFields unknownFields) implements Resource {}

    /** An ID that is not a component. */
    public record WithoutId(@Nullable String name, UnknownFields unknownFields) implements Resource {
        @Override
        public String id() {
            return "1";
        }
    }

    /** Not a record. */
    public abstract static class NoRecord implements Resource {}
}
