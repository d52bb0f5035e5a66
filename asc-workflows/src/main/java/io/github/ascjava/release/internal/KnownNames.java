package io.github.ascjava.release.internal;

import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.workflows.internal.Spelling;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Names that Apple accepts, and what a misspelled one was probably meant to be. */
public final class KnownNames {

    private KnownNames() {}

    /**
     * Returns what is wrong with a name that is not known: a sentence with the nearest known one, or with all of them if
     * none is near. Empty if the name is known.
     */
    public static Optional<String> problem(String what, String name, Collection<String> known) {
        if (known.contains(name)) {
            return Optional.empty();
        }
        String hint = Spelling.nearest(name, known)
                .map(each -> "Did you mean " + each + "?")
                .orElseGet(() -> "Possible are: " + String.join(", ", known) + ".");
        return Optional.of("There is no " + what + " " + name + ". " + hint);
    }

    /** Returns the texts of a type's documented values, in the order of the document. */
    public static List<String> values(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> field.getType() == type)
                .map(KnownNames::value)
                .map(OpenEnum::value)
                .toList();
    }

    private static OpenEnum value(Field field) {
        try {
            return (OpenEnum) Objects.requireNonNull(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Public constants can be read.", e);
        }
    }
}
