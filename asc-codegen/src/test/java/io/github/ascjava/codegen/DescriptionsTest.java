package io.github.ascjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionsTest {

    private final Descriptions descriptions = new Descriptions(List.of(
            "Room = A room. [room live-service#rooms-have-doors https://example.com/help/rooms]",
            "Room.title = name on the door | null if there is no door",
            "*.title = a title",
            "*.size = size in square meters"));

    @Test
    void whatIsSaidOfResponsesOnlyIsLeftOutOfRequests() {
        assertThat(descriptions.received("Room", "title")).isEqualTo("name on the door; null if there is no door");
        assertThat(descriptions.sent("Room", "title")).isEqualTo("name on the door");
    }

    @Test
    void aMemberOfAnyClassIsDescribedUnlessTheClassHasItsOwn() {
        assertThat(descriptions.sent("House", "title")).isEqualTo("a title");
        assertThat(descriptions.received("Room", "size")).isEqualTo("size in square meters");
        assertThat(descriptions.received("Room", "color")).isNull();
    }

    @Test
    void sourcesAreLinksAndNoPartOfTheText() {
        assertThat(descriptions.of("Room")).isEqualTo("A room.");
        assertThat(descriptions.see("Room"))
                .isEqualTo(
                        " See <a href=\"https://developer.apple.com/documentation/appstoreconnectapi/room\">room</a>."
                                + " See docs/live-service.md#rooms-have-doors."
                                + " See <a href=\"https://example.com/help/rooms\">example.com</a>.");
        assertThat(descriptions.anchors()).containsExactly("rooms-have-doors");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AppRooom = A room.",
                "AppRoom.titel = its title",
                "AppRoomKind.GARAGE = Cars are here.",
                "*.titel = its title",
                "GET /v1/appRoom = Lists rooms."
            })
    void aNameThatTheDocumentDoesNotHaveStopsTheGenerator(String line) {
        String name = line.substring(0, line.indexOf(" = "));

        assertThatThrownBy(() -> new Descriptions(List.of("AppRoom = A room.", line))
                        .requireKnown(Documents.plan(Documents.small())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("descriptions.txt describes " + name
                        + ", which the document does not have. Correct or remove the line.");
    }

    @Test
    void allFormsOfNamesAreKnown() {
        new Descriptions(Documents.SMALL_DESCRIPTIONS).requireKnown(Documents.plan(Documents.small()));
    }

    @Test
    void aNameThatIsDescribedTwiceIsAMistake() {
        assertThatThrownBy(() -> new Descriptions(List.of("Room = A room.", "Room = A place.")))
                .hasMessage("Room is described twice.");
        assertThatThrownBy(() -> new Descriptions(List.of("Room: a room")))
                .hasMessage("The description 'Room: a room' has no ' = '.");
    }

    @Test
    void everyClassAndOperationOfTheFileHasASource() {
        assertThat(Descriptions.read().withoutSource()).isEmpty();
    }

    /** Builds would be lost: docs/live-service.md#builds-of-an-app-are-unordered. */
    @Test
    void theBuildsOfAnAppAreSaidToBeListedElsewhere() {
        assertThat(DataFile.lines("descriptions.txt"))
                .filteredOn(line -> line.startsWith("GET /v1/apps/{id}/builds = "))
                .singleElement()
                .asString()
                .contains("{@code BuildsApi.list}", "live-service#builds-of-an-app-are-unordered");
    }

    @Test
    void nothingInTheFileBreaksJavadoc() {
        for (String line : DataFile.lines("descriptions.txt")) {
            String text = line.substring(line.indexOf(" = "));
            assertThat(text.replaceAll("\\{@code [^}]*}", "")).as(line).doesNotContain("<", ">", "{", "@", "&", "*/");
        }
    }
}
