package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.ascjava.client.jsonapi.ResourceIdentifier;
import io.github.ascjava.client.model.provisioning.BundleIdCreate;
import io.github.ascjava.client.model.provisioning.BundleIdPlatform;
import io.github.ascjava.client.model.users.UserRole;
import io.github.ascjava.client.model.users.UserUpdate;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the bodies of creates and updates look like on the wire. */
class RequestBodyTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    void aCreateHasTypeAndAttributesAndNoId() {
        assertThat(created(BundleIdCreate.builder()
                        .name("Äpp")
                        .platform(BundleIdPlatform.IOS)
                        .identifier("com.example.app")
                        .seedId("X8NNQ9CYL2")))
                .isEqualTo("{\"data\":{\"type\":\"bundleIds\",\"attributes\":{\"name\":\"Äpp\",\"platform\":\"IOS\","
                        + "\"identifier\":\"com.example.app\",\"seedId\":\"X8NNQ9CYL2\"}}}");
    }

    @Test
    void anAttributeOfOnesOwnThatIsNullIsSentAsNull() {
        assertThat(attributes(UserUpdate.builder().attribute("future", null))).isEqualTo("{\"future\":null}");
    }

    @Test
    void anUpdateOfNothingHasTypeAndIdOnly() {
        assertThat(updated(UserUpdate.builder())).isEqualTo("{\"data\":{\"type\":\"users\",\"id\":\"u1\"}}");
    }

    @Test
    void anUpdateHasWhatWasSetAndNothingElse() {
        assertThat(updated(UserUpdate.builder().provisioningAllowed(false)))
                .isEqualTo(
                        "{\"data\":{\"type\":\"users\",\"id\":\"u1\",\"attributes\":{\"provisioningAllowed\":false}}}");
    }

    @Test
    void emptyListsAreSent() {
        assertThat(updated(UserUpdate.builder().roles().visibleApps(List.of())))
                .isEqualTo("{\"data\":{\"type\":\"users\",\"id\":\"u1\",\"attributes\":{\"roles\":[]},"
                        + "\"relationships\":{\"visibleApps\":{\"data\":[]}}}}");
    }

    @Test
    void relationshipsAreSentAsIdentifiers() {
        assertThat(updated(UserUpdate.builder().visibleApps(List.of("7", "8")).toOne("one", "apps", "9")))
                .isEqualTo("{\"data\":{\"type\":\"users\",\"id\":\"u1\",\"relationships\":{"
                        + "\"visibleApps\":{\"data\":[{\"type\":\"apps\",\"id\":\"7\"},{\"type\":\"apps\",\"id\":\"8\"}]},"
                        + "\"one\":{\"data\":{\"type\":\"apps\",\"id\":\"9\"}}}}}");
    }

    @Test
    void valuesThatAreNotDocumentedCanBeSent() {
        assertThat(updated(UserUpdate.builder().roles(UserRole.ADMIN, UserRole.of("NEW_ROLE"))))
                .contains("\"roles\":[\"ADMIN\",\"NEW_ROLE\"]");
    }

    @Test
    void attributesOfOnesOwnAreSentInTheirJsonForm() {
        assertThat(attributes(UserUpdate.builder()
                        .attribute("dateTime", OffsetDateTime.of(2026, 1, 2, 3, 4, 0, 0, ZoneOffset.ofHours(-7)))
                        .attribute("nanos", OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 123456789, ZoneOffset.UTC))
                        .attribute("date", LocalDate.of(2026, 1, 2))
                        .attribute("uri", URI.create("https://example.com/a?b=%20"))
                        .attribute("value", UserRole.of("X"))
                        .attribute("decimal", new BigDecimal("1.10"))
                        .attribute("long", Long.MAX_VALUE)
                        .attribute("json", JsonNodeFactory.instance.objectNode().putNull("n"))))
                .isEqualTo("{\"dateTime\":\"2026-01-02T03:04:00-07:00\",\"nanos\":\"2026-01-02T03:04:05.123456789Z\","
                        + "\"date\":\"2026-01-02\",\"uri\":\"https://example.com/a?b=%20\",\"value\":\"X\","
                        + "\"decimal\":1.10,\"long\":9223372036854775807,\"json\":{\"n\":null}}");
    }

    @Test
    void nestedValuesAreSentWithoutWhatTheyDoNotHave() {
        Nested nested = new Nested("a", null, LocalDate.of(2026, 1, 2), List.of(UserRole.SALES));

        assertThat(attributes(UserUpdate.builder()
                        .attribute("nested", nested)
                        .attribute("list", List.of(nested))
                        .attribute("map", Map.of("k", UserRole.ADMIN))))
                .isEqualTo("{\"nested\":{\"class\":\"a\",\"date\":\"2026-01-02\",\"roles\":[\"SALES\"]},"
                        + "\"list\":[{\"class\":\"a\",\"date\":\"2026-01-02\",\"roles\":[\"SALES\"]}],"
                        + "\"map\":{\"k\":\"ADMIN\"}}");
    }

    @Test
    void textIsSentAsUtf8() {
        assertThat(attributes(UserUpdate.builder().attribute("text", "日本 😀 \" \\ \n é")))
                // Beyond the Basic Multilingual Plane Jackson writes escapes, which are equivalent.
                .isEqualTo("{\"text\":\"日本 \\uD83D\\uDE00 \\\" \\\\ \\n é\"}");
    }

    /** A body is easily logged, and a webhook's secret is an attribute. */
    @Test
    void aBodySaysWhichAttributesItHasButNotTheirValues() {
        assertThat(UserUpdate.builder()
                        .attribute("secret", "hush")
                        .visibleApps(List.of("1"))
                        .build())
                .hasToString("UserUpdate[attributes=[secret], relationships=[visibleApps]]");
    }

    @Test
    void whatIsDoneToABuilderLaterDoesNotReachTheBody() {
        List<String> ids = new ArrayList<>(List.of("1"));
        UserUpdate.Builder builder = UserUpdate.builder().allAppsVisible(true).visibleApps(ids);
        UserUpdate body = builder.build();
        UserUpdate same = builder.build();
        ids.add("2");
        builder.allAppsVisible(false).provisioningAllowed(true);

        assertThat(body).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(builder.build());
        assertThat(body.attributes()).containsOnlyKeys("allAppsVisible").containsEntry("allAppsVisible", true);
        assertThat(body.relationships().get("visibleApps")).isEqualTo(List.of(new ResourceIdentifier("apps", "1")));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> body.attributes().clear());
    }

    @Test
    void anAttributeThatJacksonCannotWriteIsRejectedWhenTheCallIsCreated() {
        UserUpdate update = UserUpdate.builder().attribute("bad", new Object()).build();

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> apple.client().users().update("u1", update))
                .withStackTraceContaining("No serializer found for class java.lang.Object");
        assertThat(apple.requests()).isZero();
    }

    private String attributes(UserUpdate.Builder builder) {
        String body = updated(builder);
        String start = "{\"data\":{\"type\":\"users\",\"id\":\"u1\",\"attributes\":";
        assertThat(body).startsWith(start).endsWith("}}");
        return body.substring(start.length(), body.length() - 2);
    }

    private String updated(UserUpdate.Builder builder) {
        apple.answer("""
                {"data": {"type": "users", "id": "u1"}}
                """);
        apple.client().users().update("u1", builder.build()).execute();
        return apple.body();
    }

    private String created(BundleIdCreate.Builder builder) {
        apple.answer(201, """
                {"data": {"type": "bundleIds", "id": "b1"}}
                """);
        apple.client().bundleIds().create(builder.build()).execute();
        return apple.body();
    }

    /** A value within an attribute. */
    public record Nested(
            @JsonProperty("class") @Nullable String kind,
            @Nullable JsonNode json,
            @Nullable LocalDate date,
            @Nullable List<UserRole> roles) {}
}
