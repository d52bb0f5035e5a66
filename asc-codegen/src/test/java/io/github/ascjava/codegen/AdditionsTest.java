package io.github.ascjava.codegen;

import static io.github.ascjava.codegen.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdditionsTest {

    private static final String LAMP = """
            version 0.2
            values AppLampColor RED GREEN
            resource AppLamp appLamps
              color AppLampColor
              litDate text(date-time)
              watts integer(1..9007199254740991)
              shade object
                fabrics list of text
                fringe values SHORT LONG
              room -> appRooms
              bulbs -> list of buildBricks, links, meta
              includes AppRoom BuildBrick
            create AppLamp
              color AppLampColor required
              watts integer
              room -> appRooms required
              bulbs -> list of buildBricks
            update AppLamp
              watts integer
            GET /v1/appLamps/{id}
              answers AppLamp
              fields AppLamp AppRoom
              include room bulbs
              limit[bulbs] 50
            POST /v1/appLamps
              takes create AppLamp
              answers AppLamp
            PATCH /v1/appLamps/{id}
              takes update AppLamp
              answers AppLamp
            DELETE /v1/appLamps/{id}
            extend AppRoom
              lamps -> links
            GET /v1/appRooms/{id}/lamps
              answers list of AppLamp
              filter[color] AppLampColor
              filter[maker]
              exists[room]
              sort litDate watts
              fields AppLamp
              limit 200
            GET /v1/appRooms/{id}/relationships/lamps
              answers list of ids of appLamps
              limit 200
            """;

    private final ObjectNode root = Documents.small();

    @Test
    void theLibraryGetsWhatIsAdded() {
        apply(LAMP);

        List<String> domains = new ArrayList<>(Documents.SMALL_DOMAINS);
        domains.add("apps: AppLamp AppLampColor");
        Model model = Planner.plan(new Document(root), new Domains(domains));
        Map<String, String> listings = Listings.write(model, DeprecatedValues.of(List.of()));

        assertThat(listings.get(Listings.OPERATIONS))
                .startsWith("App Store Connect API 0.2\n")
                .contains(
                        "GET /v1/appLamps/{id} -> AppLampsApi.get\n",
                        "POST /v1/appLamps -> AppLampsApi.create\n",
                        "PATCH /v1/appLamps/{id} -> AppLampsApi.update\n",
                        "DELETE /v1/appLamps/{id} -> AppLampsApi.delete\n",
                        "GET /v1/appRooms/{id}/lamps -> AppRoomsApi.listLamps\n",
                        "GET /v1/appRooms/{id}/relationships/lamps -> AppRoomsApi.listLampIds\n");
        assertThat(listings.get(Listings.RESOURCES))
                .contains(
                        "AppLamp.bulbs ToMany<BuildBrick>\n",
                        "AppLamp.color AppLampColor\n",
                        "AppLamp.litDate OffsetDateTime\n",
                        "AppLamp.room ToOne<AppRoom>\n",
                        "AppLamp.watts Long\n",
                        "AppLampShade.fabrics List<String>\n",
                        "AppRoom.lamps ToMany<AppLamp>\n");
        assertThat(listings.get(Listings.MEMBERS))
                .contains(
                        "AppLampCreate.color AppLampColor required\n",
                        "AppLampCreate.room String or AppRoom required\n",
                        "AppLampUpdate.watts long\n",
                        "ListAppRoomLamps.filterColor AppLampColor...\n",
                        "ListAppRoomLamps.filterMaker String...\n",
                        "ListAppRoomLamps.existsRoom boolean\n");
        assertThat(listings.get(Listings.VALUES))
                .contains(
                        "AppLampColor RED GREEN\n",
                        "AppLampShadeFringe SHORT LONG\n",
                        "AppLampInclude ROOM BULBS\n",
                        "ListAppRoomLamps.Sort LIT_DATE LIT_DATE_DESC WATTS WATTS_DESC\n");
    }

    @Test
    void attributesOfRequestsMayBeNullIfTheyAreNotRequired() {
        apply(LAMP);

        assertThat(root.at("/components/schemas/AppLampCreateRequest")).isEqualTo(json("""
                {'type': 'object', 'properties': {'data': {'type': 'object', 'properties': {
                  'type': {'type': 'string', 'enum': ['appLamps']},
                  'relationships': {'type': 'object', 'properties': {
                    'room': {'type': 'object', 'properties': {'data': {'type': 'object', 'properties': {
                      'type': {'type': 'string', 'enum': ['appRooms']}, 'id': {'type': 'string'}},
                      'required': ['id', 'type']}}, 'required': ['data']},
                    'bulbs': {'type': 'object', 'properties': {'data': {'type': 'array', 'items': {
                      'type': 'object', 'properties': {
                        'type': {'type': 'string', 'enum': ['buildBricks']}, 'id': {'type': 'string'}},
                      'required': ['id', 'type']}}}}},
                    'required': ['room']},
                  'attributes': {'type': 'object', 'properties': {
                    'color': {'$ref': '#/components/schemas/AppLampColor'},
                    'watts': {'type': 'integer', 'nullable': true}},
                    'required': ['color']}},
                  'required': ['relationships', 'attributes', 'type']}}, 'required': ['data']}
                """));
    }

    @Test
    void combinationsOfMembersAreAlternatives() {
        apply("""
                resource AppLamp appLamps
                create AppLamp
                  color text
                  room -> appRooms
                  owner -> userGuests
                  requires color, room | owner
                """);

        assertThat(root.at("/components/schemas/AppLampCreateRequest/properties/data/anyOf"))
                .isEqualTo(json("""
                [{'type': 'object', 'properties': {
                    'attributes': {'type': 'object', 'required': ['color']},
                    'relationships': {'type': 'object', 'required': ['room']}},
                  'required': ['attributes', 'relationships']},
                 {'type': 'object', 'properties': {
                    'attributes': {'type': 'object', 'required': ['color']},
                    'relationships': {'type': 'object', 'required': ['owner']}},
                  'required': ['attributes', 'relationships']}]
                """));
    }

    @Test
    void aNewAttributeIsAFieldOfEveryQueryOnTheResource() {
        apply("""
                extend UserGuest
                  shoeSize integer
                """);

        assertThat(fields("/v1/appRooms", "userGuests")).containsExactly("username", "role", "shoeSize");
        assertThat(fields("/v1/userGuests/{id}", "userGuests")).containsExactly("username", "role", "shoeSize");
        assertThat(fields("/v1/devices/{id}", "devices")).containsExactly("nickname");
    }

    @Test
    void whatExistsIsExtended() {
        apply("""
                extend AppRoom
                  roomKind + ATTIC
                  roomKind + PORCH HALL after CELLAR
                extend update AppRoom
                  wallpaper text
                extend GET /v1/appRooms
                  include + gift
                  filter[area]
                deprecated GET /v1/devices/{id}
                """);

        assertThat(Document.texts(
                        root.at("/components/schemas/AppRoom/properties/attributes/properties/roomKind/enum")))
                .containsExactly("KITCHEN", "CELLAR", "PORCH", "HALL", "rooftopGarden", "3D_STUDIO", "ATTIC");
        assertThat(root.at("/components/schemas/AppRoomUpdateRequest/properties/data/properties/attributes/properties/"
                        + "wallpaper"))
                .isEqualTo(json("{'type': 'string', 'nullable': true}"));
        assertThat(values(parameter("/v1/appRooms", "include"))).containsExactly("owner", "bricks", "gift");
        assertThat(parameter("/v1/appRooms", "filter[area]").path("explode").asBoolean(true))
                .isFalse();
        assertThat(root.at("/paths/~1v1~1devices~1{id}/get/deprecated").asBoolean())
                .isTrue();
    }

    @Test
    void whatTheDocumentHasIsDropped() {
        apply(LAMP);
        JsonNode once = root.deepCopy();

        Additions again = apply(LAMP);

        assertThat(root).isEqualTo(once);
        assertThat(again.differences()).isEmpty();
        assertThat(again.dropped())
                .hasSize(11)
                .startsWith(
                        "The document already has this addition: values AppLampColor RED GREEN.",
                        "The document already has this addition: resource AppLamp appLamps.")
                .contains(
                        "The document already has this addition: extend AppRoom.",
                        "The document already has this addition: GET /v1/appRooms/{id}/lamps.");
    }

    @Test
    void whatMeansTheSameIsDroppedThoughItIsWrittenInAnotherWay() {
        ((ObjectNode) root.at("/components/schemas")).set("AppLamp", json("""
                {'type': 'object', 'title': 'AppLamp', 'properties': {
                  'links': {'$ref': '#/components/schemas/ResourceLinks'},
                  'id': {'type': 'string'},
                  'type': {'type': 'string', 'enum': ['appLamps']},
                  'attributes': {
                    'oneOf': [{'$ref': '#/components/schemas/AppLampOn'}, {'$ref': '#/components/schemas/AppLampOff'}],
                    'discriminator': {'propertyName': 'color'}}},
                 'required': ['type', 'id']}
                """));
        ((ObjectNode) root.at("/components/schemas"))
                .set("AppLampOn", json("{'allOf': [{'$ref': '#/components/schemas/AppLampOff'}, {'type': 'object'}]}"));
        ((ObjectNode) root.at("/components/schemas")).set("AppLampOff", json("""
                {'type': 'object', 'properties': {'color': {'type': 'string', 'enum': ['GREEN', 'RED']}},
                 'required': ['color']}
                """));

        Additions additions = apply("""
                resource AppLamp appLamps
                  color values RED GREEN
                """);

        assertThat(additions.differences()).isEmpty();
        assertThat(additions.dropped()).hasSize(1);
    }

    @Test
    void whereBothDifferTheDocumentWinsAndTheDifferenceIsReported() {
        JsonNode before = root.deepCopy();

        Additions additions = apply("""
                resource Device devices
                  nickname integer
                extend UserGuest
                  username text(uri)
                GET /v1/userGuests/{id}
                  answers UserGuest
                  fields UserGuest
                  limit 200
                """);

        assertThat(root).isEqualTo(before);
        assertThat(additions.dropped()).isEmpty();
        assertThat(additions.differences())
                .contains(
                        "The document differs from additions.txt in Device/properties/attributes/properties/nickname/type:"
                                + " \"string\", not \"integer\".",
                        "The document differs from additions.txt in UserGuest.username/format: nothing, not \"uri\".")
                .anySatisfy(each -> assertThat(each)
                        .startsWith(
                                "The document differs from additions.txt in GET /v1/userGuests/{id}/parameters/limit: "
                                        + "nothing, not {"));
    }

    @Test
    void theVersionOfTheDocumentIsOnlyRaised() {
        apply("version 0.0.9");
        assertThat(root.at("/info/version").asText()).isEqualTo("0.1");

        apply("version 0.10");
        assertThat(root.at("/info/version").asText()).isEqualTo("0.10");
    }

    @Test
    void whatIsNotThereToBeExtendedIsReported() {
        Additions additions = apply("""
                extend AppCellar
                  depth integer
                extend GET /v1/appRooms
                  groupBy + title
                deprecated GET /v1/appCellars
                create AppCellar
                  depth integer
                """);

        assertThat(additions.differences())
                .containsExactly(
                        "The document differs from additions.txt in AppCellar: there is nothing to extend.",
                        "The document differs from additions.txt in GET /v1/appRooms: the parameter groupBy has no list of"
                                + " values to extend.",
                        "The document differs from additions.txt in GET /v1/appCellars: there is no such operation to"
                                + " deprecate.",
                        "The document differs from additions.txt in create AppCellar: it refers to the schema AppCellar,"
                                + " which the document does not have.");
    }

    @Test
    void linesThatSayNothingKnownStop() {
        assertThatThrownBy(() -> apply("improve AppRoom"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The entry 'improve AppRoom' has an unknown kind.");
        assertThatThrownBy(() -> apply("object AppLamp\n  color paint"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The line 'color paint' names an unknown type.");
        assertThatThrownBy(() -> apply("GET /v1/appLamps\n  colour red"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The line 'colour red' does not apply to operations.");
    }

    @Test
    void everyAdditionNamesItsSource() {
        assertThat(Additions.read().entries())
                .filteredOn(entry -> !entry.word(0).equals("version"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.beginning("see"))
                        .singleElement()
                        .satisfies(line -> assertThat(line.word(1)).startsWith("https://developer.apple.com/")));
    }

    private Additions apply(String lines) {
        Additions additions = new Additions(lines.lines().toList());
        additions.applyTo(root);
        return additions;
    }

    private List<String> fields(String path, String type) {
        return values(parameter(path, "fields[" + type + "]"));
    }

    private static List<String> values(JsonNode parameter) {
        return Document.texts(parameter.at("/schema/items/enum"));
    }

    private JsonNode parameter(String path, String name) {
        return root.path("paths")
                .path(path)
                .path("get")
                .path("parameters")
                .valueStream()
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
