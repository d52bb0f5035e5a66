package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.model.appstore.ReviewSubmissionItem;
import io.github.ascjava.client.model.purchases.SubscriptionGroup;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;

/**
 * How users reach operations and members of API 4.6, for which the library has no types: by an interface and by unknown
 * fields.
 */
@Timeout(30)
class FutureApiTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    void aResourceThatTheLibraryDoesNotKnowIsCreated() {
        apple.answer(201, """
                {"data": {"type": "retentionMessages", "id": "m1", "attributes": {"referenceName": "Stay"}}}
                """);

        JsonNode created = apple.client()
                .api(RetentionMessages.class)
                .create(Map.of(
                        "data", Map.of("type", "retentionMessages", "attributes", Map.of("referenceName", "Stay"))))
                .execute();

        assertThat(created.at("/data/id").textValue()).isEqualTo("m1");
        assertThat(apple.body())
                .contains("\"type\":\"retentionMessages\"", "\"attributes\":{\"referenceName\":\"Stay\"}");
    }

    @Test
    void aToOneRelationshipOfAnUnknownResourceIsRead() {
        apple.answer("{\"data\": {\"type\": \"retentionMessagePlacements\", \"id\": \"p1\"}}");

        assertThat(apple.client()
                        .api(RetentionMessages.class)
                        .placement("v1")
                        .execute()
                        .at("/data/id")
                        .textValue())
                .isEqualTo("p1");
        assertThat(apple.line()).isEqualTo("GET /v1/retentionMessageVersions/v1/placement");
    }

    @Test
    void anUnknownRelationshipOfAKnownResourceIsKept() {
        apple.answer("""
                {"data": {"type": "reviewSubmissionItems", "id": "i1", "attributes": {"state": "READY_FOR_REVIEW"},
                 "relationships": {"retentionMessageVersion":
                   {"data": {"type": "retentionMessageVersions", "id": "v1"}}}}}
                """);

        ReviewSubmissionItem item =
                apple.client().api(ReviewItems.class).get("i1").execute();

        assertThat(item.unknownFields().relationships())
                .containsOnlyKeys("retentionMessageVersion")
                .extractingByKey("retentionMessageVersion")
                .isEqualTo(Map.of("data", Map.of("type", "retentionMessageVersions", "id", "v1")));
    }

    @Test
    void anUnknownAttributeOfAKnownResourceIsKept() {
        apple.answer("""
                {"data": {"type": "apps", "id": "1", "attributes": {"name": "A", "groupPurchaseInvitationMode": "SOME_MODE"}}}
                """);

        assertThat(apple.client().apps().get("1").execute().unknownFields().attributes())
                .containsExactly(Map.entry("groupPurchaseInvitationMode", "SOME_MODE"));
    }

    @Test
    void includedResourcesOfAnUnknownTypeAreKept() {
        apple.answer("""
                {"data": [{"type": "subscriptionGroups", "id": "g1"}], "links": {"self": "https://example.com/"},
                 "included": [{"type": "retentionMessages", "id": "m1", "attributes": {"referenceName": "Stay"}}]}
                """);

        var page = apple.client().apps().listSubscriptionGroups("1").execute();

        assertThat(page.data()).extracting(SubscriptionGroup::id).containsExactly("g1");
        assertThat(page.included().identifiers())
                .extracting(identifier -> identifier.type() + " " + identifier.id())
                .containsExactly("retentionMessages m1");
    }

    /** The names in the release notes of 4.6. */
    public interface RetentionMessages {

        @POST("v1/retentionMessages")
        ApiCall<JsonNode> create(@Body Map<String, Object> body);

        @GET("v1/retentionMessageVersions/{id}/placement")
        ApiCall<JsonNode> placement(@Path("id") String id);
    }

    /** Reads one item, which the API only offers within a submission. */
    public interface ReviewItems {

        @GET("v1/reviewSubmissionItems/{id}")
        ApiCall<ReviewSubmissionItem> get(@Path("id") String id);
    }
}
