package io.github.ascjava.testing.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private static final Catalog CATALOG = Catalog.load();

    @Test
    void anOperationHasItsParametersAndResponses() {
        OperationShape list = CATALOG.operations().stream()
                .filter(each -> each.is("GET", "/v1/users"))
                .findFirst()
                .orElseThrow();

        assertThat(list.action()).isEqualTo(Action.GET_COLLECTION);
        assertThat(list.type()).isEqualTo("users");
        assertThat(list.relationship()).isNull();
        assertThat(list.answer())
                .isEqualTo(
                        new OperationShape.Answer(200, OperationShape.Content.MANY, "application/json", "User", null));
        assertThat(list.query().includes()).containsExactly("visibleApps");
        assertThat(list.query().limit()).isEqualTo(200);
        assertThat(list.query().limits()).isEqualTo(Map.of("visibleApps", 50));
        assertThat(list.query().sorts()).containsExactly("username", "-username", "lastName", "-lastName");
        assertThat(list.query().fields().get("users")).contains("username", "visibleApps");
        assertThat(list.query().parameters()).containsKey("filter[roles]");
    }

    @Test
    void theRelationshipOfAnOperationIsInItsPath() {
        assertThat(CATALOG.operations().stream()
                        .filter(each -> each.path().contains("/relationships/"))
                        .filter(each ->
                                each.relationship() == null || !each.path().endsWith(each.relationship())))
                .isEmpty();
    }

    @Test
    void aResourceDistinguishesAttributesFromRelationships() {
        ResourceShape build = CATALOG.resource("Build");

        assertThat(build.type()).isEqualTo("builds");
        assertThat(Objects.requireNonNull(build.attributes().get("processingState"))
                        .shape())
                .isEqualTo(new Shape.OneOf(java.util.List.of("PROCESSING", "FAILED", "INVALID", "VALID")));
        assertThat(build.relationships().get("app"))
                .isEqualTo(new ResourceShape.RelationshipShape("app", false, "App", true, true));
        assertThat(build.relationships().get("individualTesters"))
                .extracting("toMany", "target")
                .containsExactly(true, "BetaTester");
    }

    @Test
    void twoVersionsOfOneTypeAreTwoResources() {
        assertThat(CATALOG.resourcesOf("inAppPurchases"))
                .extracting(ResourceShape::schema)
                .containsExactly("InAppPurchase", "InAppPurchaseV2");
        assertThat(CATALOG.resourcesOf("nothings")).isEmpty();
    }

    @Test
    void aBodyHasRequiredAndNullableMembers() {
        BodyShape create = CATALOG.body("AppStoreVersionCreateRequest");

        assertThat(create.attributes().get("platform")).extracting("required").isEqualTo(true);
        assertThat(create.attributes().get("copyright"))
                .extracting("required", "nullable")
                .containsExactly(false, true);
        assertThat(create.relationships().get("app")).isEqualTo(new BodyShape.Link("app", true, false, "apps"));
        assertThat(CATALOG.body("AppPriceScheduleCreateRequest").included())
                .contains("AppPriceV2InlineCreate", "TerritoryInlineCreate");
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> CATALOG.resource("Nothing")).hasMessageContaining("Nothing");
        assertThatThrownBy(() -> CATALOG.body("Nothing")).hasMessageContaining("Nothing");
    }
}
