package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scans the {@code relationships} of a resource and reads those with more than links.
 *
 * <p>An app has over forty relationships, nearly all of them bare links that are never used; those are not kept. A
 * missing or malformed relationship counts as absent.
 */
final class RelationshipsReader {

    private final JsonReader reader;
    private final JsonParser parser;
    private Map<String, Linkage> linkages = Map.of();

    RelationshipsReader(JsonReader reader) {
        this.reader = reader;
        this.parser = reader.parser();
    }

    /** Reads the object at the reader's position. */
    Map<String, Linkage> read() throws IOException {
        for (String name = reader.nextMember(); name != null; name = reader.nextMember()) {
            if (reader.entersObject()) {
                relationship(name);
            }
        }
        return linkages;
    }

    private void relationship(String relationship) throws IOException {
        List<ResourceIdentifier> data = null;
        Paging paging = Paging.UNSAID;
        for (String name = reader.nextMember(); name != null; name = reader.nextMember()) {
            switch (name) {
                case "data" -> data = data();
                case "meta" -> paging = PagingReader.read(reader);
                default -> parser.skipChildren();
            }
        }
        if (data != null || paging.isSaid()) {
            linkages = linkages.isEmpty() ? new HashMap<>() : linkages;
            Linkage linkage = new Linkage(data != null, data == null ? List.of() : data, paging);
            linkages.put(relationship, linkage);
            reader.addLinkage(linkage);
        }
    }

    /** Returns null if the data does not have a documented shape. */
    private @Nullable List<ResourceIdentifier> data() throws IOException {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.START_ARRAY) {
            ResourceIdentifier identifier = reader.identifier();
            return identifier != null ? List.of(identifier) : token == JsonToken.VALUE_NULL ? List.of() : null;
        }
        List<ResourceIdentifier> identifiers = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            ResourceIdentifier identifier = reader.identifier();
            if (identifier != null) {
                identifiers.add(identifier);
            }
        }
        return List.copyOf(identifiers);
    }
}
