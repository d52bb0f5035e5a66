package io.github.ascjava.codegen;

import static io.github.ascjava.codegen.Documents.array;
import static io.github.ascjava.codegen.Documents.json;
import static io.github.ascjava.codegen.Documents.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unsupported content stops the generator, and the message names the place; each test damages the small document. */
class UnknownShapesTest {

    private final ObjectNode root = Documents.small();
    private final ObjectNode rooms = object(root, "/paths/~1v1~1appRooms");
    private final ObjectNode listRooms = object(rooms, "/get");
    private final ObjectNode schemas = object(root, "/components/schemas");

    @Test
    void aContentTypeThatIsNewStops() {
        object(listRooms, "/responses/200/content").set("text/yaml", json("{'schema': {'type': 'string'}}"));

        assertStops("GET /v1/appRooms: the content type text/yaml is unsupported.");
    }

    @Test
    void aVerbThatIsNewStops() {
        rooms.set("put", listRooms.deepCopy());

        assertStops("/v1/appRooms: the verb put is unsupported.");
    }

    @Test
    void anActionThatIsNewStops() {
        listRooms.put("operationId", "appRooms_mergeInstances");

        assertStops("GET /v1/appRooms: the action of operationId 'appRooms_mergeInstances' is unsupported.");
    }

    @Test
    void anOperationIdOfAnotherFormStops() {
        listRooms.put("operationId", "listAppRooms");

        assertStops("GET /v1/appRooms: path, operationId 'listAppRooms' or tags have an unknown format.");
    }

    @Test
    void anOperationWithoutATagStops() {
        listRooms.remove("tags");

        assertStops("GET /v1/appRooms: path, operationId 'appRooms_getCollection' or tags have an unknown format.");
    }

    @Test
    void aPathWithoutAVersionStops() {
        object(root, "/paths").set("/appRooms", rooms.deepCopy());

        assertStops("GET /appRooms: path, operationId 'appRooms_getCollection' or tags have an unknown format.");
    }

    @Test
    void aPathParameterOtherThanIdStops() {
        object(root, "/paths").set("/v1/appRooms/{name}", rooms.deepCopy());

        assertStops("GET /v1/appRooms/{name}: path parameters other than {id} are unsupported.");
    }

    @Test
    void aPathParameterWithAHyphenStops() {
        object(root, "/paths").set("/v1/appRooms/{room-id}", rooms.deepCopy());

        assertStops("GET /v1/appRooms/{room-id}: path parameters other than {id} are unsupported.");
    }

    @Test
    void aSecondPathParameterStops() {
        object(root, "/paths").set("/v1/appRooms/{id}/bricks/{id}", rooms.deepCopy());

        assertStops("GET /v1/appRooms/{id}/bricks/{id}: path parameters other than {id} are unsupported.");
    }

    @Test
    void aHeaderParameterStops() {
        addParameter("{'name': 'X-Mood', 'in': 'header', 'schema': {'type': 'string'}}");

        assertStops("GET /v1/appRooms: the parameter X-Mood is neither in the path nor in the query.");
    }

    @Test
    void aParameterByReferenceStops() {
        addParameter("{'$ref': '#/components/parameters/mood'}");

        assertStops("GET /v1/appRooms: the parameter #/components/parameters/mood"
                + " is neither in the path nor in the query.");
    }

    @Test
    void aQueryParameterOfAllOperationsOnAPathStops() {
        array(root, "/paths/~1v1~1appRooms~1{id}/parameters")
                .add(json("{'name': 'mood', 'in': 'query', 'schema': {'type': 'string'}}"));

        assertStops("/v1/appRooms/{id}: the parameter mood of all operations is not in the path.");
    }

    @Test
    void aQueryParameterOfARequestThatChangesSomethingStops() {
        array(root, "/paths/~1v1~1appRooms~1{id}/delete/parameters")
                .add(json("{'name': 'force', 'in': 'query', 'schema': {'type': 'boolean'}}"));

        assertStops(
                "DELETE /v1/appRooms/{id}: query parameters of an operation that neither reads nor creates are unsupported.");
    }

    @Test
    void anAttributeOfATypeThatIsNewStops() {
        object(schemas, "/AppRoom/properties/attributes/properties").set("title", json("{'type': 'tuple'}"));

        assertStops("AppRoom.title: the type tuple is unsupported.");
    }

    @Test
    void anAttributeWithoutATypeStops() {
        object(schemas, "/AppRoom/properties/attributes/properties").set("title", json("{'oneOf': []}"));

        assertStops("AppRoom.title: the keyword oneOf is unsupported here.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'oneOf': [{'type': 'string'}, {'type': 'integer'}]}",
                "{'type': 'object', 'allOf': [{'$ref': '#/components/schemas/AppPlan'}]}",
                "{'type': 'object', 'not': {'required': ['color']}}",
                "{'type': 'object', 'properties': {'a': {'type': 'string'}}, 'patternProperties': {}}",
            })
    void anAttributeThatSaysMoreThanItsTypeStops(String schema) {
        object(schemas, "/AppRoom/properties/attributes/properties").set("title", json(schema));

        assertThatThrownBy(() -> Documents.plan(root))
                .isInstanceOf(UnknownShapeException.class)
                .hasMessageMatching(
                        "AppRoom\\.title: the keyword (oneOf|allOf|not|patternProperties) is unsupported here\\..*");
    }

    @Test
    void anObjectWithMembersAndFurtherOnesStops() {
        object(schemas, "/AppRoom/properties/attributes/properties")
                .set(
                        "title",
                        json("{'type': 'object', 'properties': {'a': {'type': 'string'}},"
                                + " 'additionalProperties': {'type': 'string'}}"));

        assertStops("AppRoom.title: a map with named members is unsupported.");
    }

    @Test
    void valuesOtherThanStringsStop() {
        object(schemas, "/AppRoom/properties/attributes/properties")
                .set("title", json("{'type': 'integer', 'enum': [1, 2]}"));

        assertStops("AppRoom.title: values other than strings are unsupported.");
    }

    @Test
    void aListOfNoKindStops() {
        object(schemas, "/AppRoom/properties/attributes/properties").set("title", json("{'type': 'array'}"));

        assertStops("AppRoom.title: a list without an element type is unsupported.");
    }

    @Test
    void aMemberOfAResourceThatIsNewStops() {
        object(schemas, "/AppRoom/properties").set("secrets", json("{'type': 'object'}"));

        assertStops("AppRoom: the member secrets is unsupported here.");
    }

    @Test
    void aMemberOfARequestBodyThatIsNewStops() {
        object(schemas, "/AppRoomCreateRequest/properties/data/properties").set("secrets", json("{'type': 'object'}"));

        assertStops("AppRoomCreateRequest: the member secrets is unsupported here.");
    }

    @Test
    void aNewMemberOfAResponseStops() {
        object(schemas, "/AppRoomsResponse/properties").set("secrets", json("{'type': 'object'}"));

        assertStops("AppRoomsResponse: the member secrets is unsupported here.");
    }

    @Test
    void aRequestThatIsCalledNeitherCreateNorUpdateAndHoldsMoreThanIdentifiersStops() {
        schemas.set("AppRoomMoveRequest", schemas.get("AppRoomCreateRequest"));
        object(rooms, "/post/requestBody/content/application~1json/schema")
                .put("$ref", "#/components/schemas/AppRoomMoveRequest");

        assertStops("AppRoomMoveRequest: the member included is unsupported here.");
    }

    @Test
    void aRequestBodyByReferenceStops() {
        object(rooms, "/post").set("requestBody", json("{'$ref': '#/components/requestBodies/room'}"));

        assertStops("POST /v1/appRooms: a request body other than application/json is unsupported.");
    }

    @Test
    void aSecondBodyOfSuccessStops() {
        object(listRooms, "/responses").set("206", json("{'content': {'text/csv': {'schema': {'type': 'string'}}}}"));

        assertStops("GET /v1/appRooms: two statuses with different response bodies are unsupported.");
    }

    @Test
    void fieldsOtherThanStringsStop() {
        object(parameter("fields[appRooms]"), "/schema/items").removeAll().put("$ref", "#/components/schemas/AppMood");

        assertStops("GET /v1/appRooms fields[appRooms]: it is not a list of strings.");
    }

    @Test
    void includedSchemasWithoutANameStop() {
        array(schemas, "/AppRoomsResponse/properties/included/items/oneOf").add(json("{'type': 'object'}"));

        assertStops("{\"type\":\"object\"}: the included resources of a response have no schema name.");
    }

    @Test
    void allThatIsNewIsNamedAtOnce() {
        schemas.set("Zebra", json("{'type': 'string', 'enum': ['BLACK', 'WHITE']}"));
        object(schemas, "/AppRoom/properties/attributes/properties").set("title", json("{'type': 'tuple'}"));
        object(schemas, "/BuildBrick/properties").set("secrets", json("{'type': 'object'}"));

        assertThatThrownBy(() -> Documents.plan(root))
                .hasMessage("AppRoom.title: the type tuple is unsupported.\n"
                        + "BuildBrick: the member secrets is unsupported here.\n"
                        + "Zebra: domains.txt does not assign this to a package.\n"
                        + UnknownShapeException.ADVICE);
    }

    @Test
    void anAttributeThatRefersToTextStops() {
        object(schemas, "/AppRoom/properties/attributes/properties")
                .set("title", json("{'$ref': '#/components/schemas/csv'}"));

        assertStops("csv: a reference to a schema that is neither values nor object is unsupported.");
    }

    @Test
    void aReferenceThatLeadsNowhereStops() {
        schemas.remove("AppPlan");

        assertStops("AppPlan: the document refers to this schema but does not define it.");
    }

    @Test
    void aParameterOfATypeThatIsNewStops() {
        object(parameter("filter[code]"), "/schema").put("type", "number");

        assertStops("GET /v1/appRooms: the parameter filter[code] has an unsupported type.");
    }

    @Test
    void aListThatIsNotCommaJoinedStops() {
        parameter("filter[title]").put("explode", true);

        assertStops("GET /v1/appRooms: the list filter[title] is not comma-joined.");
    }

    @Test
    void aListWithoutAStyleStops() {
        parameter("filter[title]").remove("style");

        assertStops("GET /v1/appRooms: the list filter[title] is not comma-joined.");
    }

    @Test
    void fieldsThatAreNotCommaJoinedStop() {
        parameter("fields[appRooms]").remove("explode");

        assertStops("GET /v1/appRooms: the list fields[appRooms] is not comma-joined.");
    }

    @Test
    void anIncludeThatIsNotCommaJoinedStops() {
        parameter("include").remove("explode");

        assertStops("GET /v1/appRooms: the list include is not comma-joined.");
    }

    @Test
    void aLimitWithoutAMaximumStops() {
        object(parameter("limit"), "/schema").remove("maximum");

        assertStops("GET /v1/appRooms: the limit limit has no maximum.");
    }

    @Test
    void aLimitOnWhatCannotBeIncludedStops() {
        addParameter("{'name': 'limit[gift]', 'in': 'query', 'schema': {'type': 'integer', 'maximum': 50}}");

        assertStops("GET /v1/appRooms: limit[gift] limits a relationship that cannot be included.");
    }

    @Test
    void aSchemaWithoutADomainStops() {
        schemas.set("Zebra", json("{'type': 'string', 'enum': ['BLACK', 'WHITE']}"));

        assertStops("Zebra: domains.txt does not assign this to a package.");
    }

    @Test
    void aTagWithoutADomainStops() {
        listRooms.set("tags", json("['Zebras']"));

        assertStops("Zebra: domains.txt does not assign this to a package.");
    }

    @Test
    void allNamesWithoutADomainAreNamedAtOnceEvenIfTheyBeginLikeOthers() {
        listRooms.set("tags", json("['AppRoomLibraries']"));
        schemas.set("AppRoomLibrary", object(schemas, "/AppRoom").deepCopy());
        schemas.set("AppRoomLibraryState", json("{'type': 'string', 'enum': ['OPEN', 'SHUT']}"));

        assertStops("AppRoomLibrary, AppRoomLibraryState:" + " domains.txt does not assign this to a package.");
    }

    @Test
    void anObjectWithoutADomainStopsEvenIfItBeginsLikeAResource() {
        schemas.set("AppRoomZebra", json("{'type': 'object', 'properties': {'stripes': {'type': 'integer'}}}"));
        object(schemas, "/AppRoom/properties/attributes/properties")
                .set("zebra", json("{'$ref': '#/components/schemas/AppRoomZebra'}"));

        assertStops("AppRoomZebra: domains.txt does not assign this to a package.");
    }

    @Test
    void twoInlineSchemasOfOneTypeStop() {
        schemas.set(
                "AppShelfAgainInlineCreate", schemas.get("AppShelfInlineCreate").deepCopy());
        array(schemas, "/AppRoomCreateRequest/properties/included/items/oneOf")
                .add(json("{'$ref': '#/components/schemas/AppShelfAgainInlineCreate'}"));

        assertStops("AppRoomCreateRequest: two inline schemas of the type appShelfs are unsupported.");
    }

    @Test
    void anIncludedSchemaOtherThanAnInlineSchemaStops() {
        array(schemas, "/AppRoomCreateRequest/properties/included/items/oneOf")
                .add(json("{'$ref': '#/components/schemas/AppRoom'}"));

        assertStops("AppRoomCreateRequest: AppRoom, included in a request, is not an inline schema.");
    }

    @Test
    void aRelationshipOfABodyWithoutAFixedTypeStops() {
        array(
                        schemas,
                        "/AppRoomUpdateRequest/properties/data/properties/relationships/properties/owner/properties"
                                + "/data/properties/type/enum")
                .add("appRooms");

        assertStops("AppRoomUpdateRequest.owner: a relationship without one fixed type is unsupported.");
    }

    @Test
    void aBodyWithoutAFixedTypeStops() {
        array(schemas, "/AppRoomUpdateRequest/properties/data/properties/type/enum")
                .add("appHalls");

        assertStops("AppRoomUpdateRequest: a body whose type is not fixed is unsupported.");
    }

    @Test
    void aRelationshipToATypeWithoutAResourceStops() {
        array(schemas, "/AppRoom/properties/relationships/properties/owner/properties/data/properties/type/enum")
                .set(0, "userGhosts");

        assertStops("AppRoom.owner: no resource has the type userGhosts.");
    }

    @Test
    void aRelationshipThatMayLeadToTwoClassesStops() {
        ObjectNode relationships = object(schemas, "/AppRoom/properties/relationships/properties");
        relationships.set("giftV3", relationships.get("oldGift").deepCopy());

        assertStops("AppRoom.giftV3: which of [InAppPurchaseGift, InAppPurchaseGiftV2] it leads to is unknown.");
    }

    @Test
    void aSecondSetOfValuesUnderOneNameStops() {
        schemas.set("AppRoomMood", json("{'type': 'string', 'enum': ['LOUD', 'SILENT']}"));
        object(schemas, "/AppRoom/properties/attributes/properties")
                .set("mood", json("{'type': 'string', 'enum': ['LOUD', 'EERIE']}"));

        assertStops("AppRoomMood: two sets of values have this name, [LOUD, SILENT] and [LOUD, EERIE];"
                + " rename one of them in value-names.txt.");
    }

    @Test
    void twoFilesOfOneNameStop() {
        schemas.set("AppRoomUpdate", json("{'type': 'string', 'enum': ['BIG', 'SMALL']}"));

        assertStops("io.github.ascjava.client.model.apps.AppRoomUpdate:"
                + " the name is taken by one in io.github.ascjava.client.model.apps.");
    }

    @Test
    void aNameThatGeneratedFilesUseForSomethingElseStops() {
        schemas.set("Builder", json("{'type': 'string', 'enum': ['BIG', 'SMALL']}"));

        assertStops("io.github.ascjava.client.model.builds.Builder: the name is taken by one in"
                + " io/github/ascjava/client/model/apps/AppPlan.java.");
    }

    @Test
    void aSecondMethodOfOneNameStops() {
        ObjectNode paths = object(root, "/paths");
        paths.set(
                "/v1/appRooms/{id}/alsoBricks",
                paths.get("/v1/appRooms/{id}/bricks").deepCopy());
        paths.set(
                "/v1/appRooms/{id}/evenBricks",
                paths.get("/v1/appRooms/{id}/bricks").deepCopy());

        assertStops("GET /v1/appRooms/{id}/evenBricks: a second method listBricksV1 in AppRooms.");
    }

    @Test
    void anOperationWithoutASuccessStatusStops() {
        object(listRooms, "/responses").removeAll().set("302", json("{}"));

        assertStops("GET /v1/appRooms: none of the statuses 200, 201, 202 and 204 is documented.");
    }

    @Test
    void aResponseWithoutANamedSchemaStops() {
        object(listRooms, "/responses/200/content/application~1json").set("schema", json("{'type': 'object'}"));

        assertStops("GET /v1/appRooms: a response without a named schema is unsupported.");
    }

    @Test
    void aResponseWithoutAResourceStops() {
        object(schemas, "/AppRoomsResponse/properties").set("data", json("{'type': 'object'}"));

        assertStops("AppRoomsResponse: data that is neither resource, identifier nor metric is unsupported.");
    }

    @Test
    void aRequestBodyThatIsNotJsonStops() {
        object(rooms, "/post/requestBody/content").set("text/csv", json("{}"));

        assertStops("POST /v1/appRooms: a request body other than application/json is unsupported.");
    }

    @Test
    void aRequestBodyWithoutASchemaOfItsOwnStops() {
        object(rooms, "/post/requestBody/content/application~1json").set("schema", json("{'type': 'object'}"));

        assertStops("POST /v1/appRooms: a request body without a named schema is unsupported.");
    }

    @Test
    void aRequestBodyOfAnotherFormStops() {
        object(rooms, "/post/requestBody/content/application~1json")
                .set("schema", json("{'$ref': '#/components/schemas/AppPlan'}"));

        assertStops("AppPlan: a request body of this form is unsupported.");
    }

    private ObjectNode parameter(String name) {
        for (JsonNode each : array(listRooms, "/parameters")) {
            if (each.path("name").asText().equals(name)) {
                return (ObjectNode) each;
            }
        }
        throw new AssertionError(name);
    }

    private void addParameter(String text) {
        ArrayNode parameters = array(listRooms, "/parameters");
        parameters.add(json(text));
    }

    private void assertStops(String message) {
        assertThatThrownBy(() -> Generator.sources(Documents.plan(root)))
                .isInstanceOfSatisfying(
                        UnknownShapeException.class, e -> assertThat(e.stops()).contains(message));
    }
}
