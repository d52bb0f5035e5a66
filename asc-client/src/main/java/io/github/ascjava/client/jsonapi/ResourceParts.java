package io.github.ascjava.client.jsonapi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The positions of the parts of a resource object, found in one scan independent of its class.
 *
 * @param document the document that contains it
 * @param whole the whole object
 * @param type its type, or null if that is missing or not a plain value
 * @param id its ID, or null if that is missing or not a plain value
 * @param attributes its attributes, or null if there are none or they were read during the scan
 * @param relationships its relationships, or null if it has none
 * @param linkages the content of its relationships beyond their links, by name
 * @param others members that JSON:API does not define, or that have another shape, by name
 */
record ResourceParts(
        Document document,
        ByteRange whole,
        @Nullable String type,
        @Nullable String id,
        @Nullable ByteRange attributes,
        @Nullable ByteRange relationships,
        Map<String, Linkage> linkages,
        Map<String, ByteRange> others) {

    /** Returns the same parts, but of another document. */
    ResourceParts in(Document kept) {
        return new ResourceParts(kept, whole, type, id, attributes, relationships, linkages, others);
    }

    /** Returns the parts of a value that is not a resource. */
    static ResourceParts ofValue(Document document, ByteRange whole) {
        return new ResourceParts(document, whole, null, null, null, null, Map.of(), Map.of());
    }

    /** Returns type and ID, or null if one is missing. */
    @Nullable
    ResourceIdentifier identifier() {
        return type == null || id == null ? null : new ResourceIdentifier(type, id);
    }
}
