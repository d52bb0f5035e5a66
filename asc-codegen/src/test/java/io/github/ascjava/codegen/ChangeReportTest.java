package io.github.ascjava.codegen;

import static io.github.ascjava.codegen.Documents.array;
import static io.github.ascjava.codegen.Documents.json;
import static io.github.ascjava.codegen.Documents.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeReportTest {

    private static final String ROOM = "/components/schemas/AppRoom/properties";
    private static final String CREATE = "/components/schemas/AppRoomCreateRequest/properties/data/properties";

    private final ObjectNode root = Documents.small();

    @Test
    void nothingIsReportedIfNothingChanged() {
        assertThat(report()).containsExactly("Changes from version 0.1 to 0.1:", "None.");
    }

    @Test
    void whatCameIsReportedAndBreaksNothing() {
        object(root, "/info").put("version", "0.2");
        object(root, ROOM + "/attributes/properties")
                .set("smell", json("{'type': 'string', 'enum': ['ROSES', 'MOLD']}"));
        array(root, ROOM + "/attributes/properties/roomKind/enum").add("ATTIC");
        object(root, CREATE + "/attributes/properties").set("smell", json("{'type': 'string', 'nullable': true}"));
        object(root, "/paths").set("/v1/devices", json("""
                {'get': {'tags': ['Devices'], 'operationId': 'devices_getCollection', 'responses': {'200': {'content': {
                  'application/json': {'schema': {'$ref': '#/components/schemas/DeviceResponse'}}}}}}}
                """));

        assertThat(report())
                .containsExactly(
                        "Changes from version 0.1 to 0.2:",
                        "",
                        "Operations (1):",
                        "  + GET /v1/devices -> DevicesApi.list",
                        "",
                        "What methods take and return (1):",
                        "  + DevicesApi.list () ApiCall<Device>",
                        "",
                        "Resources, and objects in them (1):",
                        "  + AppRoom.smell AppRoomSmell",
                        "",
                        "Bodies and queries (1):",
                        "  + AppRoomCreate.smell String",
                        "",
                        "Values (2):",
                        "  + AppRoomKind.ATTIC",
                        "  + AppRoomSmell: MOLD ROSES");
    }

    @Test
    void whatWentBreaksSource() {
        object(root, ROOM + "/attributes/properties").remove("area");
        object(root, CREATE + "/attributes/properties").remove("roomKind");
        array(root, "/components/schemas/AppMood/enum").remove(0);
        object(root, "/paths").remove("/v1/devices/{id}");

        assertThat(report())
                .containsSubsequence(
                        "User code that no longer compiles (6):",
                        "  DevicesApi.get was removed: GET /v1/devices/{id}",
                        "  DevicesApi was removed",
                        "  AppRoom.area was removed",
                        "  AppRoomCreate.roomKind was removed",
                        "  AppMood.CALM was removed",
                        "  DeviceField was removed",
                        "Operations (1):",
                        "  - GET /v1/devices/{id} -> DevicesApi.get",
                        "Resources, and objects in them (1):",
                        "  - AppRoom.area Double",
                        "Bodies and queries (1):",
                        "  - AppRoomCreate.roomKind AppRoomKind",
                        "  - AppMood.CALM");
    }

    @Test
    void changedTypesBreakSource() {
        object(root, ROOM + "/attributes/properties").set("floor", json("{'type': 'string'}"));
        object(root, CREATE + "/attributes/properties").set("title", json("{'type': 'integer'}"));

        assertThat(report())
                .contains(
                        "  AppRoom.floor was Long and is String",
                        "  ~ AppRoom.floor Long -> String",
                        "  AppRoomCreate.title was String required and is long required",
                        "  ~ AppRoomCreate.title String required -> long required");
    }

    @Test
    void methodsWithAnotherResultBreakSource() {
        object(root, "/paths/~1v1~1devices~1{id}/get/responses/200/content/application~1json/schema")
                .put("$ref", "#/components/schemas/UserGuestResponse");

        assertThat(report())
                .contains("  DevicesApi.get was (String, FieldsQuery) ApiCall<Device>"
                        + " and is (String, FieldsQuery) ApiCall<UserGuest>");
    }

    @Test
    void aMethodThatIsCalledOtherwiseBreaksSource() {
        Map<String, String> old = Map.of(Listings.OPERATIONS, "App Store Connect API 1\n\nGET /v1/a -> AApi.list\n");
        Map<String, String> now = Map.of(Listings.OPERATIONS, "App Store Connect API 2\n\nGET /v1/a -> AApi.listAll\n");

        assertThat(ChangeReport.of(old, now))
                .containsExactly(
                        "Changes from version 1 to 2:",
                        "",
                        "User code that no longer compiles (1):",
                        "  AApi.list is now AApi.listAll: GET /v1/a",
                        "",
                        "Operations (2):",
                        "  - GET /v1/a -> AApi.list",
                        "  + GET /v1/a -> AApi.listAll");
    }

    @Test
    void membersThatBecameRequiredBreakRequestsButNotSource() {
        array(root, CREATE + "/attributes/required").add("floor");

        assertThat(report())
                .containsExactly(
                        "Changes from version 0.1 to 0.1:",
                        "",
                        "User code that fails when it builds a request (1):",
                        "  AppRoomCreate.floor is now required",
                        "",
                        "Bodies and queries (1):",
                        "  ~ AppRoomCreate.floor long -> long required");
    }

    @Test
    void anotherWayToSetAMemberBreaksNothing() {
        Map<String, String> old = Map.of(Listings.MEMBERS, "1\n\nACreate.b String\nListA.c String\n");
        Map<String, String> now = Map.of(Listings.MEMBERS, "2\n\nACreate.b String or B\nListA.c String...\n");

        assertThat(ChangeReport.of(old, now))
                .containsExactly(
                        "Changes from version unknown to unknown:",
                        "",
                        "Bodies and queries (2):",
                        "  ~ ACreate.b String -> String or B",
                        "  ~ ListA.c String -> String...");
    }

    @Test
    void deprecationsThatComeAndGoAreReported() {
        object(root, "/paths/~1v1~1devices~1{id}/get").put("deprecated", true);
        object(root, "/paths/~1v1~1appRooms~1{id}/get").remove("deprecated");

        assertThat(report())
                .containsExactly(
                        "Changes from version 0.1 to 0.1:",
                        "",
                        "Deprecated (2):",
                        "  + DevicesApi.get",
                        "  - AppRoomsApi.get");
    }

    @Test
    void aListingThatWasNotThereIsNotCompared() {
        Map<String, String> operations =
                Map.of(Listings.OPERATIONS, listings(root).getOrDefault(Listings.OPERATIONS, ""));

        assertThat(ChangeReport.of(operations, listings(root)))
                .containsExactly("Changes from version 0.1 to 0.1:", "None.");
        assertThat(ChangeReport.of(Map.of(), listings(root)))
                .containsExactly("There is no earlier run to compare with.");
    }

    private List<String> report() {
        return ChangeReport.of(listings(Documents.small()), listings(root));
    }

    private static Map<String, String> listings(ObjectNode root) {
        return Listings.write(Documents.plan(root), DeprecatedValues.of(List.of()));
    }
}
