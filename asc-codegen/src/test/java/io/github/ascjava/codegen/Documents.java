package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** The documents that tests generate from: a small invented one, and Apple's if it is available. */
final class Documents {

    static final List<String> SMALL_DOMAINS = List.of(
            "apps: AppCountry AppMood AppPlan AppRoom AppRoomMood AppRoomUpdate AppRule AppShelf",
            "builds: BuildBrick BuildSeal Builder XcodeMetricsSheet",
            "provisioning: Device",
            "purchases: InAppPurchaseGift",
            "reports: AnalyticsSheet SalesReportArchive",
            "users: UserGuest");

    /** Descriptions of the small document, with one of every form. */
    static final List<String> SMALL_DESCRIPTIONS = List.of(
            "AppRoom = A room of an app. [approom live-service#rooms-have-doors]",
            "AppRoom.title = name on the door, at most 20 characters | null if there is no door",
            "AppRoom.owner = who pays | without a resource for public rooms",
            "AppRoom.door = way in | null if there is none",
            "AppRoomDoor.width = width in centimeters",
            "AppRoomKind = What a room is for. [approom]",
            "AppRoomKind.KITCHEN = Food is made here.",
            "AppRoomUpdate.title = name on the door, at most 10 characters",
            "*.floor = number of the floor, 0 being the ground",
            "UserGuest.id = three letters",
            "ListAppRooms.filterCode = Opens the rooms with this code.",
            "GET /v1/appRooms = Rooms under construction are missing. [live-service#rooms-have-doors]");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static @Nullable Map<String, String> appleSources;

    private Documents() {}

    /** Returns a copy of the small document that its caller may change. */
    static ObjectNode small() {
        try (InputStream file = Objects.requireNonNull(Documents.class.getResourceAsStream("/small-api.json"))) {
            return (ObjectNode) MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a copy of Apple's document, uncorrected; without the document the calling test is skipped. */
    static ObjectNode apple() {
        DocumentSearch search = DocumentSearch.ofBuild();
        Path file = search.find().orElseThrow(() -> new TestAbortedException(search.absence()));
        try {
            return (ObjectNode) MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns Apple's document as users' code is generated from it; without the document the calling test is skipped. */
    static Document effective() {
        return new Document(
                EffectiveDocument.orElseThrow(TestAbortedException::new).root());
    }

    /** Returns the model of Apple's corrected document; generated once for all tests. */
    static synchronized Map<String, String> appleSources() {
        Map<String, String> sources = appleSources;
        if (sources == null) {
            sources = Generator.sources(Planner.plan(effective()));
            appleSources = sources;
        }
        return sources;
    }

    /** Plans a document with the names of the small one. */
    static Model plan(JsonNode root) {
        return Planner.plan(new Document(root), new Domains(SMALL_DOMAINS));
    }

    static Document corrected(JsonNode root) {
        Additions.read().applyTo(root);
        Corrections.read().applyTo(root);
        return new Document(root);
    }

    /** Parses JSON that is written with single quotes. */
    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the object at a JSON pointer. */
    static ObjectNode object(JsonNode root, String pointer) {
        return (ObjectNode) root.requiredAt(pointer);
    }

    /** Returns the array at a JSON pointer. */
    static ArrayNode array(JsonNode root, String pointer) {
        return (ArrayNode) root.requiredAt(pointer);
    }
}
