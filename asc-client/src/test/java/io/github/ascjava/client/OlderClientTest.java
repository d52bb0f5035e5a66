package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.client.jsonapi.ResourceType;
import io.github.ascjava.client.jsonapi.UnknownFields;
import io.github.ascjava.client.model.purchases.SubscriptionState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.http.GET;
import retrofit2.http.Path;

/**
 * A client reads everything in bodies that are newer than its classes, as unknown fields if there is no other place.
 */
@Timeout(30)
class OlderClientTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    void attributesRelationshipsAndValuesThatItsClassesLackAreKept() {
        apple.answer("""
                {"data": {"type": "subscriptions", "id": "s1", "attributes": {
                   "name": "Gold", "state": "A_NEW_STATE", "multiSeatStatus": "ENABLED",
                   "marketSettings": ["APPLE_SCHOOL", "APP_STORE"]},
                 "relationships": {"retentionMessage": {"data": {"type": "retentionMessages", "id": "m1"}}}}}
                """);

        OldSubscription subscription =
                apple.client().api(Old.class).subscription("s1").execute();

        assertThat(subscription.name()).isEqualTo("Gold");
        assertThat(subscription.state()).isEqualTo(SubscriptionState.of("A_NEW_STATE"));
        assertThat(subscription.unknownFields().attributes())
                .containsEntry("multiSeatStatus", "ENABLED")
                .containsEntry("marketSettings", List.of("APPLE_SCHOOL", "APP_STORE"));
        assertThat(subscription.unknownFields().relationships())
                .containsEntry("retentionMessage", Map.of("data", Map.of("type", "retentionMessages", "id", "m1")));
    }

    @Test
    void resourcesOfATypeThatItLacksAreKept() {
        apple.answer("""
                {"data": [
                   {"type": "subscriptions", "id": "s1"},
                   {"type": "appAssetLibraryImages", "id": "i1", "attributes": {"state": "AWAITING_UPLOAD"}}],
                 "included": [{"type": "appAssetLibraryPlacements", "id": "p1"}]}
                """);

        var page = apple.client().api(Old.class).subscriptions().execute();

        assertThat(page.included().identifiers())
                .extracting(each -> each.type() + " " + each.id())
                .containsExactly("appAssetLibraryPlacements p1");
        assertThat(page.data()).extracting(OldSubscription::id).contains("s1");
        assertThat(page.json()).contains("AWAITING_UPLOAD");
    }

    @Test
    void aWholeDocumentOfATypeThatItLacksIsReadAsJson() {
        apple.answer("""
                {"data": {"type": "appAssetLibraryImages", "id": "i1", "attributes": {"state": "AWAITING_UPLOAD",
                   "uploadOperations": [{"method": "PUT"}]}}}
                """);

        JsonNode image = apple.client().api(Old.class).image("i1").execute();

        assertThat(image.at("/data/attributes/uploadOperations/0/method").textValue())
                .isEqualTo("PUT");
    }

    /** A class of 4.4.1 with fewer components. */
    @ResourceType("subscriptions")
    public record OldSubscription(
            String id, @Nullable String name, @Nullable SubscriptionState state, UnknownFields unknownFields)
            implements Resource {}

    /** Operations in a client that is older than the service. */
    public interface Old {

        @GET("v1/subscriptions/{id}")
        ApiCall<OldSubscription> subscription(@Path("id") String id);

        @GET("v1/subscriptions")
        PagedCall<OldSubscription> subscriptions();

        @GET("v1/appAssetLibraryImages/{id}")
        ApiCall<JsonNode> image(@Path("id") String id);
    }
}
