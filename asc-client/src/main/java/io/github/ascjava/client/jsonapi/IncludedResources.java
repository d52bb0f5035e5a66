package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Included resources in the order of the response, of which the first of each identifier counts. */
final class IncludedResources implements IncludedSource {

    private final Document document;
    private final SeededHash hash = new SeededHash();
    private final Map<SeededHash.Key, IncludedResource> byIdentifier;
    private final List<IncludedResource> inOrder;

    IncludedResources(Document document, Collection<IncludedResource> resources) {
        this.document = document;
        this.byIdentifier = new HashMap<>(2 * resources.size());
        List<IncludedResource> firsts = new ArrayList<>(resources.size());
        for (IncludedResource resource : resources) {
            if (byIdentifier.putIfAbsent(hash.key(resource.identifier()), resource) == null) {
                firsts.add(resource);
            }
        }
        this.inOrder = Collections.unmodifiableList(firsts);
    }

    /** Returns the included resources that a resource leads to, directly or through others. */
    static IncludedResources reachableFrom(ResourceParts resource) {
        Set<IncludedResource> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<ResourceParts> open = new ArrayDeque<>(List.of(resource));
        while (!open.isEmpty()) {
            for (Linkage linkage : open.remove().linkages().values()) {
                for (IncludedResource related : linkage.included()) {
                    if (reached.add(related)) {
                        open.add(related.parts());
                    }
                }
            }
        }
        List<IncludedResource> inOrder = new ArrayList<>(reached);
        inOrder.sort(Comparator.comparingInt(each -> each.parts().whole().start()));
        return new IncludedResources(resource.document(), inOrder);
    }

    @Nullable
    IncludedResource find(ResourceIdentifier identifier) {
        return byIdentifier.get(hash.key(identifier));
    }

    @Override
    public Set<ResourceIdentifier> identifiers() {
        return new Identifiers();
    }

    @Override
    public <T> @Nullable T get(ResourceIdentifier identifier, Class<T> type) {
        IncludedResource resource = find(identifier);
        return resource == null ? null : resource.as(type);
    }

    @Override
    public @Nullable String json(ResourceIdentifier identifier) {
        IncludedResource resource = find(identifier);
        return resource == null ? null : resource.json();
    }

    @Override
    public String documentJson() {
        return document.text(document.whole());
    }

    @Override
    public void write(JsonGenerator generator) throws IOException {
        document.write(document.whole(), generator);
    }

    /** A view, because a set by hash could take as long as a map. */
    private final class Identifiers extends AbstractSet<ResourceIdentifier> {

        @Override
        public Iterator<ResourceIdentifier> iterator() {
            return inOrder.stream().map(IncludedResource::identifier).iterator();
        }

        @Override
        public int size() {
            return inOrder.size();
        }

        @Override
        public boolean contains(@Nullable Object object) {
            return object instanceof ResourceIdentifier identifier && find(identifier) != null;
        }

        @Override
        public void clear() {
            throw new UnsupportedOperationException("The identifiers of a response cannot be changed.");
        }
    }
}
