package io.github.ascjava.testing.internal.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that are allowed in a place. */
public sealed interface Shape {

    /**
     * Text.
     *
     * @param format such as {@code date-time} or {@code uri}, or null for any text
     */
    record Text(@Nullable String format) implements Shape {}

    /** An integer within limits. */
    record Whole(long least, long most) implements Shape {}

    /** A number. */
    record Decimal() implements Shape {}

    /** True or false. */
    record Flag() implements Shape {}

    /** Any JSON. */
    record Any() implements Shape {}

    /** One of these strings. */
    record OneOf(List<String> values) implements Shape {}

    /** A list. */
    record ListOf(Shape element) implements Shape {}

    /** An object with any member names. */
    record MapOf(Shape element) implements Shape {}

    /** An object with named members. */
    record ObjectOf(List<Member> members) implements Shape {

        /** Returns the member of that name, or null. */
        public @Nullable Member member(String name) {
            for (Member member : members) {
                if (member.name().equals(name)) {
                    return member;
                }
            }
            return null;
        }
    }

    /** A member of an object, or an attribute. */
    record Member(String name, Shape shape, boolean required, boolean nullable) {}
}
