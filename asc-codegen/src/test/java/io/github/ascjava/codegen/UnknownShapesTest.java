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

/** What the generator does not know stops it, with the place in the message; each test spoils the small document. */
class UnknownShapesTest {

    private final ObjectNode root = Documents.small();
    private final ObjectNode rooms = object(root, "/paths/~1v1~1appRooms");
    private final ObjectNode listRooms = object(rooms, "/get");
    private final ObjectNode schemas = object(root, "/components/schemas");

    @Test
    void aContentTypeThatIsNewStops() {
        object(listRooms, "/responses/200/content").set("text/yaml", json("{'schema': {'type': 'string'}}"));

        assertStops("GET /v1/appRooms: the content type text/yaml is new.");
    }

    @Test
    void aVerbThatIsNewStops() {
        rooms.set("put", listRooms.deepCopy());

        assertStops("/v1/appRooms: the verb put is new.");
    }

    @Test
    void anActionThatIsNewStops() {
        listRooms.put("operationId", "appRooms_mergeInstances");

        assertStops("GET /v1/appRooms: the action of operationId 'appRooms_mergeInstances' is new.");
    }

    @Test
    void anOperationIdOfAnotherFormStops() {
        listRooms.put("operationId", "listAppRooms");

        assertStops("GET /v1/appRooms: path, operationId 'listAppRooms' or tags are of an unknown form.");
    }

    @Test
    void anOperationWithoutATagStops() {
        listRooms.remove("tags");

        assertStops("GET /v1/appRooms: path, operationId 'appRooms_getCollection' or tags are of an unknown form.");
    }

    @Test
    void aPathWithoutAVersionStops() {
        object(root, "/paths").set("/appRooms", rooms.deepCopy());

        assertStops("GET /appRooms: path, operationId 'appRooms_getCollection' or tags are of an unknown form.");
    }

    @Test
    void aPathParameterOtherThanIdStops() {
        object(root, "/paths").set("/v1/appRooms/{name}", rooms.deepCopy());

        assertStops("GET /v1/appRooms/{name}: path parameters other than {id} are new.");
    }

    @Test
    void aPathParameterWithAHyphenStops() {
        object(root, "/paths").set("/v1/appRooms/{room-id}", rooms.deepCopy());

        assertStops("GET /v1/appRooms/{room-id}: path parameters other than {id} are new.");
    }

    @Test
    void aSecondPathParameterStops() {
        object(root, "/paths").set("/v1/appRooms/{id}/bricks/{id}", rooms.deepCopy());

        assertStops("GET /v1/appRooms/{id}/bricks/{id}: path parameters other than {id} are new.");
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

        assertStops("DELETE /v1/appRooms/{id}: query parameters of what neither reads nor creates are new.");
    }

    @Test
    void anAttributeOfATypeThatIsNewStops() {
        object(schemas, "/AppRoom/properties/attributes/properties").set("title", json("{'type': 'tuple'}"));

        assertStops("AppRoom.title: the type tuple is new.");
    }

    @Test
    void anAttributeWithoutATypeStops() {
        object(schemas, "/AppRoom/properties/attributes/properties").set("title", json("{'oneOf': []}"));

        assertStops("AppRoom.title: the keyword oneOf is new here.");
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
                        "AppRoom\\.title: the keyword (oneOf|allOf|not|patternProperties) is new here\\..*");
    }

    @Test
    void anObjectWithMembersAndFurtherOnesStops() {
        object(schemas, "/AppRoom/properties/attributes/properties")
                .set(
                        "title",
                        json("{'type': 'object', 'properties': {'a': {'type': 'string'}},"
                                + " 'additionalProperties': {'type': 'string'}}"));

        assertStops("AppRoom.title: a map that has members of its own is new.");
    }

    @Test
    void valuesThatAreNoTextsStop() {
        object(schemas, "/AppRoom/properties/attributes/properties")
                .set("title", json("{'type': 'integer', 'enum': [1, 2]}"));

        assertStops("AppRoom.title: values that are no texts are new.");
    }

    @Test
    void aListOfNoKindStops() {
        object(schemas, "/AppRoom/properties/attributes/properties").set("title", json("{'type': 'array'}"));

        assertStops("AppRoom.title: a list of no kind is new.");
    }

    @Test
    void aMemberOfAResourceThatIsNewStops() {
        object(schemas, "/AppRoom/properties").set("secrets", json("{'type': 'object'}"));

        assertStops("AppRoom: the member secrets is new here.");
    }

    @Test
    void aMemberOfARequestBodyThatIsNewStops() {
        object(schemas, "/AppRoomCreateRequest/properties/data/properties").set("secrets", json("{'type': 'object'}"));

        assertStops("AppRoomCreateRequest: the member secrets is new here.");
    }

    @Test
    void aMemberOfAnAnswerThatIsNewStops() {
        object(schemas, "/AppRoomsResponse/properties").set("secrets", json("{'type': 'object'}"));

        assertStops("AppRoomsResponse: the member secrets is new here.");
    }

    @Test
    void aRequestThatIsCalledNeitherCreateNorUpdateAndHoldsMoreThanIdentifiersStops() {
        schemas.set("AppRoomMoveRequest", schemas.get("AppRoomCreateRequest"));
        object(rooms, "/post/requestBody/content/application~1json/schema")
                .put("$ref", "#/components/schemas/AppRoomMoveRequest");

        assertStops("AppRoomMoveRequest: the member included is new here.");
    }

    @Test
    void aRequestBodyByReferenceStops() {
        object(rooms, "/post").set("requestBody", json("{'$ref': '#/components/requestBodies/room'}"));

        assertStops("POST /v1/appRooms: a request body other than application/json is new.");
    }

    @Test
    void aSecondBodyOfSuccessStops() {
        object(listRooms, "/responses").set("206", json("{'content': {'text/csv': {'schema': {'type': 'string'}}}}"));

        assertStops("GET /v1/appRooms: two statuses that answer with different bodies are new.");
    }

    @Test
    void fieldsThatAreNoTextsStop() {
        object(parameter("fields[appRooms]"), "/schema/items").removeAll().put("$ref", "#/components/schemas/AppMood");

        assertStops("GET /v1/appRooms fields[appRooms]: it is no list of texts.");
    }

    @Test
    void whatAnAnswerIncludesWithoutANameStops() {
        array(schemas, "/AppRoomsResponse/properties/included/items/oneOf").add(json("{'type': 'object'}"));

        assertStops("{\"type\":\"object\"}: what an answer includes has no name.");
    }

    @Test
    void allThatIsNewIsNamedAtOnce() {
        schemas.set("Zebra", json("{'type': 'string', 'enum': ['BLACK', 'WHITE']}"));
        object(schemas, "/AppRoom/properties/attributes/properties").set("title", json("{'type': 'tuple'}"));
        object(schemas, "/BuildBrick/properties").set("secrets", json("{'type': 'object'}"));

        assertThatThrownBy(() -> Documents.plan(root))
                .hasMessage("AppRoom.title: the type tuple is new.\n"
                        + "BuildBrick: the member secrets is new here.\n"
                        + "Zebra: no line of domains.txt says which package this belongs to.\n"
                        + UnknownShapeException.ADVICE);
    }

    @Test
    void anAttributeThatRefersToTextStops() {
        object(schemas, "/AppRoom/properties/attributes/properties")
                .set("title", json("{'$ref': '#/components/schemas/csv'}"));

        assertStops("csv: a reference to a schema that is neither values nor object is new.");
    }

    @Test
    void aReferenceThatLeadsNowhereStops() {
        schemas.remove("AppPlan");

        assertStops("AppPlan: the document refers to this schema, but does not have it.");
    }

    @Test
    void aParameterOfATypeThatIsNewStops() {
        object(parameter("filter[code]"), "/schema").put("type", "number");

        assertStops("GET /v1/appRooms: the parameter filter[code] is of a new type.");
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

        assertStops("GET /v1/appRooms: limit[gift] limits what cannot be included.");
    }

    @Test
    void aSchemaWithoutADomainStops() {
        schemas.set("Zebra", json("{'type': 'string', 'enum': ['BLACK', 'WHITE']}"));

        assertStops("Zebra: no line of domains.txt says which package this belongs to.");
    }

    @Test
    void aTagWithoutADomainStops() {
        listRooms.set("tags", json("['Zebras']"));

        assertStops("Zebra: no line of domains.txt says which package this belongs to.");
    }

    @Test
    void allNamesWithoutADomainAreNamedAtOnceEvenIfTheyBeginLikeOthers() {
        listRooms.set("tags", json("['AppRoomLibraries']"));
        schemas.set("AppRoomLibrary", object(schemas, "/AppRoom").deepCopy());
        schemas.set("AppRoomLibraryState", json("{'type': 'string', 'enum': ['OPEN', 'SHUT']}"));

        assertStops(
                "AppRoomLibrary, AppRoomLibraryState:" + " no line of domains.txt says which package this belongs to.");
    }

    @Test
    void anObjectWithoutADomainStopsEvenIfItBeginsLikeAResource() {
        schemas.set("AppRoomZebra", json("{'type': 'object', 'properties': {'stripes': {'type': 'integer'}}}"));
        object(schemas, "/AppRoom/properties/attributes/properties")
                .set("zebra", json("{'$ref': '#/components/schemas/AppRoomZebra'}"));

        assertStops("AppRoomZebra: no line of domains.txt says which package this belongs to.");
    }

    @Test
    void twoInlineSchemasOfOneTypeStop() {
        schemas.set(
                "AppShelfAgainInlineCreate", schemas.get("AppShelfInlineCreate").deepCopy());
        array(schemas, "/AppRoomCreateRequest/properties/included/items/oneOf")
                .add(json("{'$ref': '#/components/schemas/AppShelfAgainInlineCreate'}"));

        assertStops("AppRoomCreateRequest: two inline schemas of the type appShelfs are new.");
    }

    @Test
    void somethingIncludedInARequestThatIsNoInlineSchemaStops() {
        array(schemas, "/AppRoomCreateRequest/properties/included/items/oneOf")
                .add(json("{'$ref': '#/components/schemas/AppRoom'}"));

        assertStops("AppRoomCreateRequest: AppRoom, included in a request, is no inline schema.");
    }

    @Test
    void aRelationshipOfABodyWithoutAFixedTypeStops() {
        array(
                        schemas,
                        "/AppRoomUpdateRequest/properties/data/properties/relationships/properties/owner/properties"
                                + "/data/properties/type/enum")
                .add("appRooms");

        assertStops("AppRoomUpdateRequest.owner: a relationship without one fixed type is new.");
    }

    @Test
    void aBodyWithoutAFixedTypeStops() {
        array(schemas, "/AppRoomUpdateRequest/properties/data/properties/type/enum")
                .add("appHalls");

        assertStops("AppRoomUpdateRequest: a body whose type is not fixed is new.");
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

        assertStops("AppRoom.giftV3: which of [InAppPurchaseGift, InAppPurchaseGiftV2] it leads to cannot be told.");
    }

    @Test
    void aSecondSetOfValuesUnderOneNameStops() {
        schemas.set("AppRoomMood", json("{'type': 'string', 'enum': ['LOUD', 'SILENT']}"));
        object(schemas, "/AppRoom/properties/attributes/properties")
                .set("mood", json("{'type': 'string', 'enum': ['LOUD', 'EERIE']}"));

        assertStops("AppRoomMood: two sets of values have this name, [LOUD, SILENT] and [LOUD, EERIE];"
                + " value-names.txt can give one of them another.");
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
    void anAnswerWithoutASchemaOfItsOwnStops() {
        object(listRooms, "/responses/200/content/application~1json").set("schema", json("{'type': 'object'}"));

        assertStops("GET /v1/appRooms: an answer without a schema of its own is new.");
    }

    @Test
    void anAnswerThatHoldsNoResourceStops() {
        object(schemas, "/AppRoomsResponse/properties").set("data", json("{'type': 'object'}"));

        assertStops("AppRoomsResponse: data that is neither resource, identifier nor metric is new.");
    }

    @Test
    void aRequestBodyThatIsNotJsonStops() {
        object(rooms, "/post/requestBody/content").set("text/csv", json("{}"));

        assertStops("POST /v1/appRooms: a request body other than application/json is new.");
    }

    @Test
    void aRequestBodyWithoutASchemaOfItsOwnStops() {
        object(rooms, "/post/requestBody/content/application~1json").set("schema", json("{'type': 'object'}"));

        assertStops("POST /v1/appRooms: a request body without a schema of its own is new.");
    }

    @Test
    void aRequestBodyOfAnotherFormStops() {
        object(rooms, "/post/requestBody/content/application~1json")
                .set("schema", json("{'$ref': '#/components/schemas/AppPlan'}"));

        assertStops("AppPlan: a request body of this form is new.");
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
