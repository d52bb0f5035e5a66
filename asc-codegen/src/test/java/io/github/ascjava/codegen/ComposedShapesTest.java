package io.github.ascjava.codegen;

import static io.github.ascjava.codegen.Documents.array;
import static io.github.ascjava.codegen.Documents.json;
import static io.github.ascjava.codegen.Documents.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Members of composed schemas reach Java and the catalog completely. */
class ComposedShapesTest {

    private static final String MODEL = "io/github/ascjava/client/model/";
    private static final String CATALOG = "io/github/ascjava/testing/internal/catalog/";
    private static final String DATA = "/AppRoomCreateRequest/properties/data";

    private final ObjectNode root = Documents.small();
    private final ObjectNode schemas = object(root, "/components/schemas");
    private final ObjectNode room = object(schemas, "/AppRoom/properties");

    @Test
    void attributesOfAllAlternativesAreMembers() {
        schemas.set("AppRoomOpen", json("{'type': 'object', 'properties': {'visitors': {'type': 'integer'}}}"));
        schemas.set("AppRoomShut", room.get("attributes"));
        room.set("attributes", json("""
                {'oneOf': [{'$ref': '#/components/schemas/AppRoomShut'}, {'$ref': '#/components/schemas/AppRoomOpen'}],
                 'discriminator': {'propertyName': 'isOpen', 'mapping': {}}}
                """));

        assertThat(java("apps/AppRoom")).contains("@Nullable Long visitors", "@Nullable String title");
        assertThat(catalog("apps")).contains("\"visitors\": {\"is\":\"integer\"}", "\"title\": {\"is\":\"text\"}");
    }

    @Test
    void relationshipsOfAllAlternativesAreMembers() {
        schemas.set("AppRoomGuests", json("""
                {'type': 'object', 'properties': {'guest': {'type': 'object', 'properties': {'data': {
                  'type': 'object', 'properties': {'type': {'type': 'string', 'enum': ['userGuests']},
                  'id': {'type': 'string'}}}}}}}
                """));
        schemas.set("AppRoomOthers", room.get("relationships"));
        room.set("relationships", json("""
                {'oneOf': [{'$ref': '#/components/schemas/AppRoomOthers'}, {'$ref': '#/components/schemas/AppRoomGuests'}],
                 'discriminator': {'propertyName': 'roomKind'}}
                """));

        assertThat(java("apps/AppRoom")).contains("ToOne<UserGuest> guest", "ToOne<UserGuest> owner");
        assertThat(catalog("apps")).contains("\"guest\": {\"to\":\"UserGuest\",\"data\":true}");
    }

    @Test
    void alternativesHaveTheMembersOfTheirParts() {
        schemas.set("AppRoomCommon", room.get("attributes"));
        room.set("attributes", json("""
                {'oneOf': [
                  {'allOf': [{'$ref': '#/components/schemas/AppRoomCommon'}, {'type': 'object'}]},
                  {'allOf': [{'$ref': '#/components/schemas/AppRoomCommon'},
                             {'type': 'object', 'properties': {'uploads': {'type': 'array', 'items': {'type': 'string'}}}}]}]}
                """));

        assertThat(java("apps/AppRoom")).contains("@Nullable List<String> uploads", "@Nullable AppMood mood");
    }

    @Test
    void aMemberIsRequiredWhereEveryAlternativeRequiresIt() {
        object(schemas, DATA).set("anyOf", json("""
                [{'type': 'object', 'properties': {
                   'attributes': {'type': 'object', 'required': ['floor', 'door']},
                   'relationships': {'type': 'object', 'required': ['bricks']}}},
                 {'type': 'object', 'properties': {
                   'attributes': {'type': 'object', 'required': ['floor']},
                   'relationships': {'type': 'object', 'required': ['rules', 'bricks']}}}]
                """));

        assertThat(java("apps/AppRoomCreate"))
                .contains("requires(\"title\", \"floor\", \"isOpen\", \"owner\", \"bricks\", \"shelves\");");
        assertThat(catalog("apps"))
                .contains("\"floor\": {\"is\":\"integer\",\"nullable\":true,\"required\":true}")
                .contains("\"rules\": {\"to\":\"appRules\"}");
    }

    @Test
    void attributesThatOnlyOneAlternativeNamesAreNotRequired() {
        object(schemas, DATA)
                .set("anyOf", json("[{'properties': {'attributes': {'required': ['floor']}}}, {'type': 'object'}]"));

        assertThat(java("apps/AppRoomCreate")).contains("requires(\"title\", \"isOpen\", \"owner\", \"shelves\");");
    }

    @Test
    void valuesOfAMemberAreThoseOfAllAlternatives() {
        attributesOf(
                "{'state': {'type': 'string', 'enum': ['A']}}", "{'state': {'type': 'string', 'enum': ['B', 'A']}}");

        assertThat(java("apps/AppRoomState")).contains("of(\"A\")", "of(\"B\")");
    }

    @Test
    void aSharedSetOfValuesStaysTheSharedOne() {
        attributesOf(
                "{'mood': {'type': 'string', 'enum': ['CALM']}}", "{'mood': {'$ref': '#/components/schemas/AppMood'}}");
        array(schemas, "/AppMood/enum").add("CALM");

        assertThat(java("apps/AppRoom")).contains("@Nullable AppMood mood");
    }

    @Test
    void aMemberOfTwoTypesStops() {
        attributesOf("{'size': {'type': 'string'}}", "{'size': {'type': 'integer'}}");

        assertStops("AppRoom.attributes.size: its parts or alternatives describe it in two ways,"
                + " {\"type\":\"string\"} and {\"type\":\"integer\"}.");
    }

    @Test
    void anAlternativeThatSaysWhatIsNotKnownStops() {
        room.set("attributes", json("{'oneOf': [{'type': 'object', 'not': {'required': ['title']}}]}"));

        assertStops("AppRoom.attributes: the keyword not is unsupported here.");
    }

    @Test
    void theDocumentItselfStaysAsItIs() {
        attributesOf("{'a': {'type': 'string'}}", "{'b': {'type': 'string'}}");
        JsonNode before = root.deepCopy();

        Documents.plan(root);

        assertThat(root).isEqualTo(before);
    }

    @Test
    void equalObjectsOfTwoDomainsAreTwoTypes() {
        String size = "{'type': 'object', 'properties': {'height': {'type': 'integer'}, 'depth': {'type': 'integer'}}}";
        object(room, "/attributes/properties").set("size", json(size));
        object(schemas, "/BuildBrick/properties/attributes/properties").set("size", json(size));

        assertThat(java("apps/AppRoom")).contains("@Nullable AppRoomSize size");
        assertThat(java("builds/BuildBrick")).contains("@Nullable BuildBrickSize size");
    }

    @Test
    void equalSetsOfValuesOfTwoDomainsAreTwoTypes() {
        String status = "{'type': 'string', 'enum': ['ENABLED', 'DISABLED']}";
        object(room, "/attributes/properties").set("multiSeatStatus", json(status));
        object(schemas, "/BuildBrick/properties/attributes/properties").set("status", json(status));

        assertThat(java("apps/AppRoom")).contains("@Nullable AppRoomMultiSeatStatus multiSeatStatus");
        assertThat(java("builds/BuildBrick")).contains("@Nullable BuildBrickStatus status");
        assertThat(catalog("apps")).contains("{\"is\":\"named\",\"of\":\"AppRoomMultiSeatStatus\"}");
        assertThat(catalog("builds")).contains("{\"is\":\"named\",\"of\":\"BuildBrickStatus\"}");
    }

    @Test
    void anOperationThatCreatesTakesAQuery() {
        object(root, "/paths/~1v1~1appRooms/post").set("parameters", json("""
                [{'name': 'include', 'in': 'query', 'style': 'form', 'explode': false,
                  'schema': {'type': 'array', 'items': {'type': 'string', 'enum': ['bricks']}}},
                 {'name': 'fields[appRooms]', 'in': 'query', 'style': 'form', 'explode': false,
                  'schema': {'type': 'array', 'items': {'type': 'string', 'enum': ['title']}}}]
                """));

        assertThat(source("io/github/ascjava/client/api/apps/AppRoomsApi.java"))
                .contains("create(@QueryMap GetQuery<AppRoomInclude> query, @Body AppRoomCreate body);")
                .contains("return create(new GetQuery<>(), body);");
        assertThat(catalog("apps")).containsPattern("(?s)\"POST /v1/appRooms\": .{0,400}\"include\": \\[\"bricks\"]");
    }

    @Test
    void anOperationThatCreatesMayHaveAQueryClassOfItsOwn() {
        object(root, "/paths/~1v1~1appRooms/post").set("parameters", json("""
                [{'name': 'notify', 'in': 'query', 'required': true, 'schema': {'type': 'boolean'}}]
                """));

        assertThat(source("io/github/ascjava/client/api/apps/CreateAppRoom.java"))
                .contains("CreateAppRoom(boolean notify)");
    }

    @Test
    void otherJsonOfApplesIsKnownByItsForm() {
        object(root, "/paths/~1v1~1analyticsSheets~1{id}/get/responses/200/content")
                .removeAll()
                .set(
                        "application/vnd.apple.room-overview+json",
                        json("{'schema': {'$ref': '#/components/schemas/AppPlan'}}"));

        assertThat(source("io/github/ascjava/client/api/reports/AnalyticsSheetsApi.java"))
                .contains("@Headers(\"Accept: application/vnd.apple.room-overview+json\")");
    }

    @Test
    void resourcesAndRequestsThatHoldNothingAreNamed() {
        room.remove(List.of("attributes", "relationships"));
        object(schemas, DATA + "/properties").remove(List.of("attributes", "relationships"));

        assertThat(Documents.plan(root).empty()).contains("AppRoom", "AppRoomCreateRequest");
    }

    /** Gives a room two more alternatives for its attributes. */
    private void attributesOf(String one, String other) {
        schemas.set("AppRoomCommon", room.get("attributes"));
        room.set(
                "attributes",
                json("{'oneOf': [{'$ref': '#/components/schemas/AppRoomCommon'}, {'type': 'object', 'properties': "
                        + one + "}, {'type': 'object', 'properties': " + other + "}]}"));
    }

    private String java(String name) {
        return source(MODEL + name + ".java");
    }

    private String source(String path) {
        return Generator.sources(Documents.plan(root)).getOrDefault(path, "");
    }

    private String catalog(String domain) {
        return CatalogWriter.write(Documents.plan(root)).getOrDefault(CATALOG + domain + ".json", "");
    }

    private void assertStops(String message) {
        assertThatThrownBy(() -> Documents.plan(root))
                .isInstanceOfSatisfying(
                        UnknownShapeException.class, e -> assertThat(e.stops()).contains(message));
    }
}
