package io.github.ascjava.client.jsonapi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource object that was gone over once, whatever class it is of, and where its parts are.
 *
 * @param document the document it is in
 * @param whole all of it
 * @param type its type, or null if that is missing or no plain value
 * @param id its id, or null if that is missing or no plain value
 * @param attributes its attributes, or null if there are none or they were read on the way
 * @param relationships its relationships, or null if it has none
 * @param linkages what its relationships said beyond their links, by name
 * @param others members that JSON:API does not define or that have another shape than it defines, by name
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

    /** Returns type and id, or null if one is missing. */
    @Nullable
    ResourceIdentifier identifier() {
        return type == null || id == null ? null : new ResourceIdentifier(type, id);
    }
}
