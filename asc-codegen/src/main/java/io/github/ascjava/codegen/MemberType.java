package io.github.ascjava.codegen;

import java.util.List;

/**
 * The type of a member in a listing.
 *
 * @param alternatives the types that the member can be set to
 * @param required whether it must be set
 */
record MemberType(List<String> alternatives, boolean required) {

    private static final String REQUIRED = " required";
    private static final String VARIABLE = "...";
    private static final String OR = " or ";

    static MemberType of(String text) {
        boolean required = text.endsWith(REQUIRED);
        String types = required ? text.substring(0, text.length() - REQUIRED.length()) : text;
        return new MemberType(List.of(types.split(OR, -1)), required);
    }

    /** Returns whether code that sets a member of the other type compiles with this one. */
    boolean takes(MemberType other) {
        return other.alternatives.stream()
                .allMatch(type -> alternatives.contains(type) || alternatives.contains(type + VARIABLE));
    }

    @Override
    public String toString() {
        return String.join(OR, alternatives) + (required ? REQUIRED : "");
    }
}
