package io.github.ascjava.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.client.jsonapi.ResourceType;
import io.github.ascjava.client.jsonapi.ToMany;
import io.github.ascjava.client.jsonapi.ToOne;
import io.github.ascjava.client.jsonapi.UnknownFields;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.apps.AppInfo;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.testflight.BetaGroup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The two pages of the decoding benchmarks, with the same bytes in every run.
 *
 * <p>Page A has 200 apps with all 12 attributes and 42 relationships with only links each, like a plain list of apps.
 * In page B, three relationships of each app also contain a resource identifier, and those 600 resources are included.
 */
final class SamplePages {

    static final int APPS = 200;

    private static final String API = "https://api.appstoreconnect.apple.com/v1/";
    /** The only relationship of an app that never has links. */
    private static final String WITHOUT_LINKS = "appStoreIcon";
    /** What Apple added to an app since 4.4: with it, a page would be larger here than in an older tree. */
    private static final Set<String> ADDED_LATER = Set.of("assetLibrary", "performanceOverviews");

    private static final Map<String, Class<? extends Resource>> INCLUDED =
            Map.of("builds", Build.class, "appInfos", AppInfo.class, "betaGroups", BetaGroup.class);

    private final JsonGenerator json;
    private final boolean includes;

    private SamplePages(JsonGenerator json, boolean includes) {
        this.json = json;
        this.includes = includes;
    }

    static byte[] pageA() {
        return page(false);
    }

    static byte[] pageB() {
        return page(true);
    }

    /** Returns a page like A of a list with this many apps in all, and with a link to the next page if there is one. */
    static byte[] page(int apps, int total, @Nullable String next) {
        return written(json -> new SamplePages(json, false).document(apps, total, next));
    }

    /** One app like those of page A, as a document of its own. */
    static byte[] oneApp() {
        return written(json -> {
            json.writeStartObject();
            json.writeFieldName("data");
            new SamplePages(json, false).resource(App.class, appId(0), 0);
            json.writeEndObject();
        });
    }

    private static byte[] page(boolean includes) {
        return written(json ->
                new SamplePages(json, includes).document(APPS, 5 * APPS, API + "apps?cursor=AMg.APmAAAA&limit=200"));
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            writing.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void document(int apps, int total, @Nullable String next) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("data");
        for (int i = 0; i < apps; i++) {
            resource(App.class, appId(i), i);
        }
        json.writeEndArray();
        if (includes) {
            json.writeArrayFieldStart("included");
            for (int i = 0; i < apps; i++) {
                resource(Build.class, includedId(i), i);
                resource(AppInfo.class, includedId(i), i);
                resource(BetaGroup.class, includedId(i), i);
            }
            json.writeEndArray();
        }
        json.writeObjectFieldStart("links");
        json.writeStringField("self", API + "apps?limit=200");
        if (next != null) {
            json.writeStringField("next", next);
        }
        json.writeEndObject();
        paging(total, apps);
        json.writeEndObject();
    }

    private void resource(Class<? extends Resource> type, String id, int index) throws IOException {
        String path = typeOf(type) + "/" + id;
        identifier(type, id);
        json.writeObjectFieldStart("attributes");
        for (RecordComponent component : type.getRecordComponents()) {
            if (isAttribute(component)) {
                json.writeFieldName(component.getName());
                value(component.getType(), component.getName(), index);
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("relationships");
        for (RecordComponent component : type.getRecordComponents()) {
            if (hasLinks(component)) {
                json.writeObjectFieldStart(component.getName());
                if (includes && type == App.class && INCLUDED.containsKey(component.getName())) {
                    related(INCLUDED.get(component.getName()), index);
                }
                json.writeObjectFieldStart("links");
                json.writeStringField("self", API + path + "/relationships/" + component.getName());
                json.writeStringField("related", API + path + "/" + component.getName());
                json.writeEndObject();
                json.writeEndObject();
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("links");
        json.writeStringField("self", API + path);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void related(Class<? extends Resource> type, int index) throws IOException {
        paging(1, 10);
        json.writeArrayFieldStart("data");
        identifier(type, includedId(index));
        json.writeEndObject();
        json.writeEndArray();
    }

    /** Leaves the object open. */
    private void identifier(Class<? extends Resource> type, String id) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", typeOf(type));
        json.writeStringField("id", id);
    }

    private void paging(int total, int limit) throws IOException {
        json.writeObjectFieldStart("meta");
        json.writeObjectFieldStart("paging");
        json.writeNumberField("total", total);
        json.writeNumberField("limit", limit);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void value(Class<?> type, String name, int index) throws IOException {
        if (type == Boolean.class) {
            json.writeBoolean(index % 3 == 0);
        } else if (type == Long.class) {
            json.writeNumber(1000L + index);
        } else if (type == OffsetDateTime.class) {
            json.writeString("2026-0" + (1 + index % 9) + "-15T10:42:15-07:00");
        } else if (OpenEnum.class.isAssignableFrom(type)) {
            json.writeString(firstConstant(type));
        } else if (type.isRecord()) {
            json.writeStartObject();
            for (RecordComponent component : type.getRecordComponents()) {
                json.writeFieldName(component.getName());
                value(component.getType(), component.getName(), index);
            }
            json.writeEndObject();
        } else if (type == URI.class) {
            json.writeString("https://example.com/" + name + "/" + index);
        } else {
            json.writeString((index % 4 == 0 ? "Zürich " : "Basel ") + name + " " + index);
        }
    }

    private static String firstConstant(Class<?> type) {
        try {
            return type.getFields()[0].get(null).toString();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasLinks(RecordComponent component) {
        return isRelationship(component)
                && !component.getName().equals(WITHOUT_LINKS)
                && !ADDED_LATER.contains(component.getName());
    }

    private static boolean isRelationship(RecordComponent component) {
        return component.getType() == ToOne.class || component.getType() == ToMany.class;
    }

    private static boolean isAttribute(RecordComponent component) {
        return !isRelationship(component)
                && component.getType() != UnknownFields.class
                && !component.getName().equals("id");
    }

    private static String typeOf(Class<? extends Resource> type) {
        return type.getAnnotation(ResourceType.class).value();
    }

    private static String appId(int index) {
        return Integer.toString(1_400_000_000 + index * 7919);
    }

    private static String includedId(int index) {
        return "%016x".formatted(index * 0x9e37_79b9_7f4a_7c15L);
    }

    @FunctionalInterface
    private interface Writing {
        void write(JsonGenerator json) throws IOException;
    }
}
