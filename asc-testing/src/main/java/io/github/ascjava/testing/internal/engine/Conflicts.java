package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.catalog.BodyShape;
import io.github.ascjava.testing.internal.catalog.Relations.Relation;
import io.github.ascjava.testing.internal.engine.Entity.Identifier;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rejects a new resource that conflicts with an existing one: a second one in a to-one relationship, or a second
 * localization for a locale.
 */
final class Conflicts {

    private static final String LOCALE = "locale";

    private Conflicts() {}

    /**
     * Checks a new resource.
     *
     * @throws ApiErrorException 409 if a conflicting resource exists
     */
    static void check(Entity entity, SandboxState world) {
        for (BodyShape.Link link : entity.shape().relationships().values()) {
            if (link.required() && !link.toMany()) {
                for (Identifier parent : entity.relationships().getOrDefault(link.name(), List.of())) {
                    world.store()
                            .find(parent.type(), parent.id())
                            .ifPresent(found -> check(entity, link, found, world));
                }
            }
        }
    }

    private static void check(Entity entity, BodyShape.Link link, StoredResource parent, SandboxState world) {
        String type = entity.shape().type();
        Relation relation = world.catalog().relations().find(type, link.name());
        @Nullable String inverse = relation == null ? null : relation.inverse();
        Relation back = inverse == null ? null : world.catalog().relations().find(parent.type(), inverse);
        if (back == null) {
            return;
        }
        List<StoredResource> siblings = parent.related(back.name());
        if (!back.toMany() && !siblings.isEmpty()) {
            String pointer = entity.pointer() + "/relationships/" + link.name();
            throw Errors.refusal("related-exists", pointer, type, parent.type(), parent.id());
        }
        String locale = entity.attributes().path(LOCALE).asText();
        if (type.endsWith("Localizations")
                && siblings.stream()
                        .anyMatch(each -> locale.equalsIgnoreCase(
                                each.attributes().path(LOCALE).textValue()))) {
            String pointer = entity.pointer() + "/attributes/" + LOCALE;
            throw type.equals("betaBuildLocalizations")
                    ? Errors.refusal("betaBuildLocalizations.locale", pointer)
                    : Errors.refusal("locale-duplicate", pointer, locale);
        }
    }
}
