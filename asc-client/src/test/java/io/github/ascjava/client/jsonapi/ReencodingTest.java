package io.github.ascjava.client.jsonapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.ascjava.client.ApiServer;
import io.github.ascjava.client.jsonapi.Sample.Other;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.builds.XcodeMetrics;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserRole;
import io.github.ascjava.client.model.users.UserUpdate;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that were read are written as received, known or not. */
class ReencodingTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    private final ObjectMapper mapper =
            JsonMapper.builder().addModule(new JsonApiModule()).build();

    @Test
    void aResourceIsWrittenAsItCame() throws IOException {
        String resource = "{\"id\":\"1\",\"type\":\"samples\",\"new\":{\"x\":[null]},"
                + "\"attributes\":{\"text\":null,\"color\":\"ULTRA_VIOLET\",\"part\":{\"new\":2,\"name\":\"p\"},\"newer\":[]},"
                + "\"relationships\":{\"native\":{\"links\":{\"self\":\"/n\"},\"new\":3},\"newest\":{\"data\":[]}},"
                + "\"links\":{\"self\":\"/1\"}}";

        Sample sample = Documents.one(Sample.class, "{\"data\": " + resource + ", \"meta\": {}}");

        assertThat(mapper.writeValueAsString(sample)).isEqualTo(resource);
    }

    @Test
    void aPageIsWrittenAsItCame() throws IOException {
        String document = "{\"jsonapi\":{\"version\":\"1.0\"},"
                + "\"data\":[{\"type\":\"samples\",\"id\":\"1\",\"new\":true},{\"id\":\"2\",\"attributes\":{\"text\":7}}],"
                + "\"included\":[{\"type\":\"strangers\",\"id\":\"a\"},\"no resource\"],"
                + "\"links\":{\"self\":\"/s\",\"first\":\"/f\",\"next\":null},"
                + "\"meta\":{\"paging\":{\"total\":2,\"nextCursor\":\"c\"}}}";

        Page<Sample> page = Documents.page(Sample.class, document);

        assertThat(mapper.writeValueAsString(page)).isEqualTo(document);
        assertThat(mapper.writeValueAsString(page.data()))
                .isEqualTo("[{\"type\":\"samples\",\"id\":\"1\",\"new\":true},"
                        + "{\"id\":\"2\",\"attributes\":{\"text\":7}}]");
    }

    @Test
    void anIncludedResourceIsWrittenAsItCame() throws IOException {
        String other = "{\"type\":\"others\",\"id\":\"a\",\"attributes\":{\"name\":\"Änne 😀\",\"new\":1}}";
        Sample sample = Documents.withRelationships(
                Sample.class, "\"one\": {\"data\": {\"type\": \"others\", \"id\": \"a\"}}", other);
        Other included = sample.one().included().orElseThrow();

        assertThat(mapper.readTree(mapper.writeValueAsString(included))).isEqualTo(mapper.readTree(other));
    }

    @Test
    void aResponseThatIsNotAResourceIsWrittenAsReceived() throws IOException {
        String answer = "{\"new\":[1],\"productData\":[{\"platform\":\"iOS\",\"more\":2}],\"version\":\"1\"}";
        apple.answer(answer);

        XcodeMetrics metrics =
                apple.client().builds().listPerfPowerMetrics("b1").execute();

        assertThat(mapper.writeValueAsString(metrics)).isEqualTo(answer);
    }

    @Test
    void whatIsWrittenIsReadAsTheSameAgain() throws IOException {
        Sample sample = Documents.withAttributes(
                Sample.class,
                "\"text\": \"a\", \"color\": \"NEW\", \"dateTime\": \"2020-02-12T13:17:50.000+0000\", \"new\": 1");

        Sample again = Documents.one(Sample.class, "{\"data\": " + mapper.writeValueAsString(sample) + "}");

        assertThat(again).isEqualTo(sample);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.10",
                "-0.0",
                "1e3",
                "1e999",
                "1e99999999999",
                "12345678901234567890.12345678901234567890",
                "123456789012345678901234567890",
                "-9223372036854775808"
            })
    void numbersKeepAllOfTheirDigits(String number) throws IOException {
        String resource = "{\"id\":\"1\",\"attributes\":{\"new\":" + number + ",\"exact\":" + number + "}}";

        Sample sample = Documents.one(Sample.class, "{\"data\": " + resource + "}");

        assertThat(mapper.writeValueAsString(sample)).isEqualTo(resource);
    }

    @Test
    void aResourceWithinOnesOwnObjectIsWrittenAsItCame() throws IOException {
        Sample sample = Documents.one(Sample.class, "{\"data\": {\"id\": \"1\", \"new\": 2.50}}");

        assertThat(mapper.writeValueAsString(Map.of("samples", List.of(sample, sample))))
                .isEqualTo("{\"samples\":[{\"id\":\"1\",\"new\":2.50},{\"id\":\"1\",\"new\":2.50}]}");
        assertThat(mapper.<JsonNode>valueToTree(sample))
                .isEqualTo(mapper.readTree(sample.unknownFields().json()));
    }

    @Test
    void anUnknownValueIsWrittenAsReceived() {
        apple.answer("""
                {"data": {"type": "users", "id": "u1", "attributes": {"roles": ["ADMIN", "STARGAZER"]}}}
                """);
        apple.answer("{\"data\": {\"type\": \"users\", \"id\": \"u1\"}}");
        User user = apple.client().users().get("u1").execute();
        List<UserRole> roles = user.roles();
        assertThat(roles).isNotNull();
        apple.taken();

        apple.client()
                .users()
                .update("u1", UserUpdate.builder().roles(roles).build())
                .execute();

        assertThat(apple.body())
                .isEqualTo(
                        "{\"data\":{\"type\":\"users\",\"id\":\"u1\",\"attributes\":{\"roles\":[\"ADMIN\",\"STARGAZER\"]}}}");
    }

    @Test
    void anAttributeThatIsNotWhollyKnownCanBeSentBackWholly() {
        String roles = "[{\"name\":\"ADMIN\",\"until\":1.50}]";
        apple.answer("{\"data\": {\"type\": \"users\", \"id\": \"u1\", \"attributes\": {\"roles\": " + roles + "}}}");
        apple.answer("{\"data\": {\"type\": \"users\", \"id\": \"u1\"}}");
        User user = apple.client().users().get("u1").execute();
        apple.taken();

        UserUpdate.Builder update = UserUpdate.builder();
        user.unknownFields().attributes().forEach(update::attribute);
        apple.client().users().update("u1", update.build()).execute();

        assertThat(apple.body()).contains("\"roles\":[{\"name\":\"ADMIN\",\"until\":1.50}]");
    }

    @Test
    void manyPagesOfOneMapperDoNotDisturbEachOther() throws IOException {
        Page<App> first = Documents.page(App.class, "{\"data\": [{\"type\": \"apps\", \"id\": \"1\"}], \"n\": 1}");
        Page<App> second = Documents.page(App.class, "{\"data\": [{\"type\": \"apps\", \"id\": \"2\"}], \"n\": 2}");

        assertThat(mapper.writeValueAsString(List.of(first, second, first)))
                .isEqualTo("[{\"data\":[{\"type\":\"apps\",\"id\":\"1\"}],\"n\":1},"
                        + "{\"data\":[{\"type\":\"apps\",\"id\":\"2\"}],\"n\":2},"
                        + "{\"data\":[{\"type\":\"apps\",\"id\":\"1\"}],\"n\":1}]");
    }

    @Test
    void aMapperWithoutTheModuleWritesAResourceFlat() throws IOException {
        Sample sample = Documents.withRelationships(
                Sample.class,
                "\"one\": {\"data\": null}, \"many\": {\"data\": [{\"type\": \"others\", \"id\": \"2\"}]},"
                        + "\"native\": {\"links\": {\"self\": \"/n\"}}, \"new\": {\"data\": []}",
                "{\"type\": \"others\", \"id\": \"2\", \"attributes\": {\"name\": \"b\"}}");

        assertThat(new ObjectMapper().writeValueAsString(sample))
                .isEqualTo("{\"id\":\"1\",\"type\":\"samples\",\"one\":null,"
                        + "\"many\":[{\"type\":\"others\",\"id\":\"2\"}]}");
    }

    @Test
    void aMapperWithoutTheModuleWritesAPageWithoutWhatItDoesNotKnow() throws IOException {
        Page<Sample> page = Documents.page(
                Sample.class,
                "{\"data\": [{\"type\": \"samples\", \"id\": \"1\", \"attributes\": {\"color\": \"RED\"}}, 7],"
                        + "\"included\": [{\"type\": \"others\", \"id\": \"2\"}],"
                        + "\"meta\": {\"paging\": {\"total\": 2}}}");

        assertThat(new ObjectMapper().writeValueAsString(page))
                .isEqualTo("{\"data\":[{\"id\":\"1\",\"type\":\"samples\",\"color\":\"RED\"}],\"total\":2}");
    }
}
