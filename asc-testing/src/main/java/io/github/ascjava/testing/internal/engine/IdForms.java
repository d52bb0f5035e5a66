package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.catalog.DataFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives new resources IDs in the format of their type, which {@code ids.txt} defines. */
final class IdForms {

    private final Ids ids;
    private final Map<String, List<String>> forms = new HashMap<>();

    IdForms(Ids ids) {
        this.ids = ids;
        for (String line : DataFile.lines(IdForms.class, "ids.txt")) {
            List<String> words = List.of(line.split(" ", -1));
            forms.put(words.get(0), words.subList(1, words.size()));
        }
    }

    /** What happens if a resource with that ID exists. */
    enum Again {
        CAN_NOT_BE,
        ANSWER,
        REPLACE,
        REFUSE
    }

    /** Returns an unused ID for a new resource. */
    String next(Entity entity) {
        List<String> form = forms.getOrDefault(entity.shape().type(), List.of("uuid"));
        return switch (form.get(0)) {
            case "digits" -> ids.digits(Integer.parseInt(form.get(1)));
            case "code" -> ids.code();
            case "of" -> related(entity, form.get(1));
            case "join" ->
                related(entity, form.get(1)) + "_"
                        + entity.attributes().path(form.get(2)).asText();
            default -> ids.uuid();
        };
    }

    /** Returns the relationship whose ID the resource shares; empty if its ID is new. */
    String relationship(String type) {
        List<String> form = forms.getOrDefault(type, List.of("uuid"));
        return form.get(0).equals("of") || form.get(0).equals("join") ? form.get(1) : "";
    }

    Again again(String type) {
        List<String> form = forms.getOrDefault(type, List.of("uuid"));
        return switch (form.get(form.size() - 1)) {
            case "again" -> Again.ANSWER;
            case "replace" -> Again.REPLACE;
            case "refuse" -> Again.REFUSE;
            default -> Again.CAN_NOT_BE;
        };
    }

    private String related(Entity entity, String relationship) {
        List<Entity.Identifier> related = entity.relationships().getOrDefault(relationship, List.of());
        return related.isEmpty() ? ids.uuid() : related.get(0).id();
    }
}
