package io.github.ascjava.testing.internal.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads shapes as {@code ShapeText} of asc-codegen writes them. */
final class ShapeParser {

    private static final Shape ANY = new Shape.Any();
    private static final Shape FLAG = new Shape.Flag();
    private static final Shape DECIMAL = new Shape.Decimal();
    private static final Shape WHOLE = new Shape.Whole(Long.MIN_VALUE, Long.MAX_VALUE);
    private static final Shape TEXT = new Shape.Text(null);

    private final Map<String, String> definitions;
    private final Map<String, Shape> named = new HashMap<>();

    /** Makes a parser that knows what is called by a name. */
    ShapeParser(Map<String, String> definitions) {
        this.definitions = definitions;
    }

    /** Reads the whole of a text, but for the question mark at its end. */
    Shape parse(String text) {
        Cursor cursor = new Cursor(text);
        Shape shape = shape(cursor);
        cursor.skip('?');
        if (cursor.at < text.length()) {
            throw new IllegalArgumentException("'" + text + "' is no shape from " + cursor.at + " on.");
        }
        return shape;
    }

    /** Reads {@code name! shape?}. */
    Shape.Member member(String text) {
        Cursor cursor = new Cursor(text);
        Shape.Member member = member(cursor);
        if (cursor.at < text.length()) {
            throw new IllegalArgumentException("'" + text + "' is no member from " + cursor.at + " on.");
        }
        return member;
    }

    private Shape.Member member(Cursor cursor) {
        String name = cursor.until("! ");
        boolean required = cursor.skip('!');
        cursor.skip(' ');
        Shape shape = shape(cursor);
        return new Shape.Member(name, shape, required, cursor.skip('?'));
    }

    private Shape shape(Cursor cursor) {
        if (cursor.skip('@')) {
            return named(cursor.until(" ?,]}"));
        }
        if (cursor.skip('<')) {
            Shape values = new Shape.OneOf(List.of(cursor.until(">").split("\\|", -1)));
            cursor.require('>');
            return values;
        }
        if (cursor.skip('[')) {
            Shape element = shape(cursor);
            cursor.skip('?');
            cursor.require(']');
            return new Shape.ListOf(element);
        }
        if (cursor.skip('{')) {
            return object(cursor);
        }
        return plain(cursor.until(" ?,]}"));
    }

    private Shape object(Cursor cursor) {
        List<Shape.Member> members = new ArrayList<>();
        do {
            cursor.skip(' ');
            members.add(member(cursor));
        } while (cursor.skip(','));
        cursor.require('}');
        return members.get(0).name().equals("*")
                ? new Shape.MapOf(members.get(0).shape())
                : new Shape.ObjectOf(List.copyOf(members));
    }

    private static Shape plain(String word) {
        return switch (word) {
            case "text" -> TEXT;
            case "integer" -> WHOLE;
            case "number" -> DECIMAL;
            case "boolean" -> FLAG;
            case "any" -> ANY;
            default -> {
                if (word.startsWith("text:")) {
                    yield new Shape.Text(word.substring("text:".length()));
                }
                if (word.startsWith("integer(") && word.endsWith(")")) {
                    String[] ends = word.substring("integer(".length(), word.length() - 1)
                            .split("\\.\\.", 2);
                    yield new Shape.Whole(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
                }
                throw new IllegalArgumentException("'" + word + "' is no shape.");
            }
        };
    }

    private Shape named(String name) {
        Shape known = named.get(name);
        if (known == null) {
            String definition = definitions.get(name);
            if (definition == null) {
                throw new IllegalArgumentException("There is no shape called '" + name + "'.");
            }
            // An object that holds its own kind is checked one level deep; only call stacks of diagnostic logs do.
            named.put(name, ANY);
            known = parse(definition);
            named.put(name, known);
        }
        return known;
    }

    private static final class Cursor {

        private final String text;
        private int at;

        Cursor(String text) {
            this.text = text;
        }

        boolean skip(char expected) {
            boolean there = at < text.length() && text.charAt(at) == expected;
            if (there) {
                at++;
            }
            return there;
        }

        void require(char expected) {
            if (!skip(expected)) {
                throw new IllegalArgumentException("'" + text + "' lacks a '" + expected + "' at " + at + ".");
            }
        }

        String until(String ends) {
            int from = at;
            while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(from, at);
        }
    }
}
