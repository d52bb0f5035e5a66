package io.github.ascjava.client.model.apps;

import io.github.ascjava.client.jsonapi.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Whether an app contains, shows or reaches content of third parties.
 *
 * @param value the value as Apple writes it
 */
public record ContentRightsDeclaration(String value) implements OpenEnum {

    public static final ContentRightsDeclaration DOES_NOT_USE_THIRD_PARTY_CONTENT =
            new ContentRightsDeclaration("DOES_NOT_USE_THIRD_PARTY_CONTENT");
    public static final ContentRightsDeclaration USES_THIRD_PARTY_CONTENT =
            new ContentRightsDeclaration("USES_THIRD_PARTY_CONTENT");

    /** Checks that there is a value. */
    public ContentRightsDeclaration {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the value as a ContentRightsDeclaration, documented or not. */
    public static ContentRightsDeclaration of(String value) {
        return new ContentRightsDeclaration(value);
    }

    /** Returns the documented values. */
    public static List<ContentRightsDeclaration> known() {
        return List.of(DOES_NOT_USE_THIRD_PARTY_CONTENT, USES_THIRD_PARTY_CONTENT);
    }

    @Override
    public String toString() {
        return value;
    }
}
