package io.github.ascjava.testing.internal.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How resources are related, regardless of API version and direction.
 *
 * <p>The document never says that {@code apps.builds} and {@code builds.app} are one relationship. They are assumed to
 * be if each is the only relationship from the one type to the other; {@code relations.txt} lists the exceptions. A
 * relationship with {@code V2} at the end of its name is an alias of the one without.
 */
public final class Relations {

    private final Map<String, Map<String, Draft>> drafts = new TreeMap<>();
    private final Map<String, Map<String, Relation>> relations = new HashMap<>();

    Relations(Collection<ResourceShape> resources, Collection<BodyShape> bodies, List<OperationShape> operations) {
        Map<String, String> types = new HashMap<>();
        resources.forEach(resource -> types.put(resource.schema(), resource.type()));
        resources.forEach(resource -> resource.relationships().values().forEach(each -> {
            if (each.target() != null) {
                draft(resource.type(), each.name(), each.toMany(), types.get(each.target()));
            }
        }));
        bodies.forEach(body -> body.relationships()
                .values()
                .forEach(each -> draft(body.type(), each.name(), each.toMany(), each.type())));
        operations.forEach(operation -> draft(operation, types));
        DataFile.lines(Relations.class, "relations.txt").forEach(this::readLine);
        drafts.values().forEach(each -> each.values().forEach(this::findAlias));
        drafts.values().forEach(each -> each.values().forEach(this::findInverse));
        drafts.forEach((type, each) -> each.forEach((name, draft) ->
                relations.computeIfAbsent(type, key -> new LinkedHashMap<>()).put(name, resolved(draft))));
    }

    /**
     * A relationship as the store keeps it.
     *
     * @param name its canonical name
     * @param toMany whether it can have more than one resource
     * @param target the related type
     * @param inverse the inverse relationship, or null if there is none
     */
    public record Relation(
            String name,
            boolean toMany,
            String target,
            @Nullable String inverse) {}

    /** Returns the relationship that a type has under a name, or null if there is none. */
    public @Nullable Relation find(String type, String name) {
        return relations.getOrDefault(type, Map.of()).get(name);
    }

    /** Returns the names of the relationships that a type has. */
    public Set<String> names(String type) {
        return Set.copyOf(relations.getOrDefault(type, Map.of()).keySet());
    }

    private void draft(String type, String name, boolean toMany, @Nullable String target) {
        if (target != null) {
            drafts.computeIfAbsent(type, key -> new TreeMap<>())
                    .putIfAbsent(name, new Draft(type, name, toMany, target));
        }
    }

    private void draft(OperationShape operation, Map<String, String> types) {
        if (operation.relationship() == null) {
            return;
        }
        OperationShape.Answer answer = operation.answer();
        OperationShape.Sent body = operation.body();
        String target = switch (answer.content()) {
            case ONE, MANY -> types.get(answer.schema());
            case ID, IDS -> answer.schema();
            default -> body == null ? null : body.name();
        };
        boolean toMany = answer.content() == OperationShape.Content.MANY
                || answer.content() == OperationShape.Content.IDS
                || (body != null && body.content() == OperationShape.Content.IDS);
        draft(operation.type(), operation.relationship(), toMany, target);
    }

    private void readLine(String line) {
        String[] words = line.split(" ", -1);
        Draft first = named(words[0]);
        if (words[1].equals("is")) {
            first.alias = words[2];
            return;
        }
        Draft second = named(words[2]);
        first.inverse = second.name;
        second.inverse = first.name;
    }

    /** Test documents lack most of the relationships in {@code relations.txt}; such lines have no effect. */
    private Draft named(String path) {
        String[] parts = path.split("\\.", -1);
        Draft known = drafts.getOrDefault(parts[0], Map.of()).get(parts[1]);
        return known == null ? new Draft(parts[0], parts[1], false, "") : known;
    }

    private void findAlias(Draft draft) {
        String older = draft.name.endsWith("V2") ? draft.name.substring(0, draft.name.length() - 2) : "";
        Draft other = named(draft.type + "." + older);
        if (draft.inverse == null && !older.isEmpty() && other.target.equals(draft.target)) {
            draft.alias = older;
        }
    }

    private void findInverse(Draft draft) {
        if (draft.inverse != null || draft.alias != null || draft.type.equals(draft.target)) {
            return;
        }
        List<Draft> there = free(draft.type, draft.target);
        List<Draft> back = free(draft.target, draft.type);
        if (there.size() == 1 && back.size() == 1) {
            draft.inverse = back.get(0).name;
            back.get(0).inverse = draft.name;
        }
    }

    private List<Draft> free(String type, String target) {
        return drafts.getOrDefault(type, Map.of()).values().stream()
                .filter(each -> each.target.equals(target) && each.alias == null && each.inverse == null)
                .toList();
    }

    private Relation resolved(Draft draft) {
        Draft real = draft.alias == null ? draft : named(draft.type + "." + draft.alias);
        return new Relation(real.name, real.toMany, real.target, real.inverse);
    }

    private static final class Draft {

        private final String type;
        private final String name;
        private final boolean toMany;
        private final String target;
        private @Nullable String alias;
        private @Nullable String inverse;

        Draft(String type, String name, boolean toMany, String target) {
            this.type = type;
            this.name = name;
            this.toMany = toMany;
            this.target = target;
        }
    }
}
