package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.catalog.BodyShape;
import io.github.ascjava.testing.internal.catalog.Relations.Relation;
import io.github.ascjava.testing.internal.engine.Entity.Identifier;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorKind;
import io.github.ascjava.testing.internal.http.ErrorObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rejects a new resource that conflicts with an existing one: a second one in a to-one relationship, or a second
 * localization for a locale.
 */
final class Conflicts {

    private static final String LOCALE = "locale";

    private final SandboxState world;

    Conflicts(SandboxState world) {
        this.world = world;
    }

    /**
     * Checks a new resource.
     *
     * @throws ApiErrorException 409 if a conflicting resource exists
     */
    void check(Entity entity) {
        for (BodyShape.Link link : entity.shape().relationships().values()) {
            if (link.required() && !link.toMany()) {
                for (Identifier parent : entity.relationships().getOrDefault(link.name(), List.of())) {
                    world.store().find(parent.type(), parent.id()).ifPresent(found -> check(entity, link, found));
                }
            }
        }
    }

    private void check(Entity entity, BodyShape.Link link, StoredResource parent) {
        String type = entity.shape().type();
        Relation relation = world.catalog().relations().find(type, link.name());
        @Nullable String inverse = relation == null ? null : relation.inverse();
        Relation back = inverse == null ? null : world.catalog().relations().find(parent.type(), inverse);
        if (back == null) {
            return;
        }
        List<StoredResource> siblings = world.store().related(parent, back.name());
        if (!back.toMany() && !siblings.isEmpty()) {
            throw new ApiErrorException(
                    409,
                    ErrorKind.RELATIONSHIP_INVALID
                            .error("An '" + type + "' with a relationship to '" + parent.type() + "' with id '"
                                    + parent.id() + "' already exists.")
                            .at(entity.pointer() + "/relationships/" + link.name()));
        }
        String locale = entity.attributes().path(LOCALE).asText();
        if (type.endsWith("Localizations")
                && siblings.stream()
                        .anyMatch(each -> locale.equalsIgnoreCase(
                                each.attributes().path(LOCALE).textValue()))) {
            // docs/live-service.md#duplicate-beta-build-localizations
            ErrorObject error = type.equals("betaBuildLocalizations")
                    ? ErrorKind.ATTRIBUTE_INVALID.error("There is an entity with same 'locale'.")
                    : ErrorKind.ATTRIBUTE_DUPLICATE.error(
                            "Entity with locale: '" + locale + "' already exists. Try updating.");
            throw new ApiErrorException(409, error.at(entity.pointer() + "/attributes/" + LOCALE));
        }
    }
}
