package io.github.ascjava.codegen;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A Java source file under construction. Its code consists of templates: {@code $T} stands for a type, which is
 * imported, {@code $L} for literal text, {@code $S} for a string literal.
 */
final class JavaFile {

    /** An interface uses nearly all of these, so they are imported with a wildcard. */
    private static final String ANNOTATIONS = "retrofit2.http.";

    private final JavaType type;
    private final Set<String> used = new TreeSet<>();
    private final StringBuilder body = new StringBuilder();

    JavaFile(JavaType type) {
        this.type = type;
    }

    /** The top-level class of this file. */
    JavaType type() {
        return type;
    }

    /** The path below the source root. */
    String path() {
        return type.packageName().replace('.', '/') + "/" + type.name() + ".java";
    }

    /** Full names of the referenced classes, except nested classes of this file, which need no import. */
    Set<String> used() {
        return used;
    }

    JavaFile line(String template, Object... arguments) {
        body.append(code(template, arguments)).append('\n');
        return this;
    }

    JavaFile line() {
        return line("");
    }

    /** Adds one line of Javadoc, and marks a deprecated element as such. */
    JavaFile doc(boolean deprecated, String text) {
        return deprecated
                ? line("/** @deprecated Apple marks this as deprecated. $L */", text)
                        .line("@$T", Deprecated.class)
                : line("/** $L */", text);
    }

    /** Adds a method that returns a value; its head ends with the parameters. */
    JavaFile returning(String head, String value) {
        return line("$L {", head).line("return $L;", value).line("}");
    }

    /** Returns a piece of code with the imports of this file. */
    String code(String template, Object... arguments) {
        String[] parts = template.split("\\$", -1);
        if (parts.length != arguments.length + 1) {
            throw new IllegalArgumentException(
                    "'" + template + "' has no place for " + arguments.length + " arguments.");
        }
        StringBuilder code = new StringBuilder(parts[0]);
        for (int i = 0; i < arguments.length; i++) {
            String part = parts[i + 1];
            switch (part.charAt(0)) {
                case 'T' -> code.append(written(arguments[i]));
                case 'S' -> code.append('"').append(arguments[i]).append('"');
                default -> code.append(arguments[i]);
            }
            code.append(part, 1, part.length());
        }
        return code.toString();
    }

    private String written(Object argument) {
        JavaType asked = argument instanceof Class<?> known ? JavaType.of(known) : (JavaType) argument;
        boolean own = !asked.innerName().isEmpty()
                && asked.outerName().equals(type.name())
                && asked.packageName().equals(type.packageName());
        used.add(own ? asked.innerName() : asked.packageName() + "." + asked.outerName());
        String name = own ? asked.innerName() : asked.name();
        return asked.arguments().isEmpty()
                ? name
                : asked.arguments().stream().map(this::written).collect(Collectors.joining(", ", name + "<", ">"));
    }

    /** The file header: a comment, the package and the imports. */
    String head(String header) {
        String imports = used.stream()
                .filter(each -> !Set.of("", "java.lang", type.packageName())
                        .contains(each.substring(0, Math.max(0, each.lastIndexOf('.')))))
                .map(each -> "import " + (each.startsWith(ANNOTATIONS) ? ANNOTATIONS + "*" : each) + ";\n")
                .distinct()
                .collect(Collectors.joining());
        return "// " + header + "\npackage " + type.packageName() + ";\n\n" + (imports.isEmpty() ? "" : imports + "\n");
    }

    /** The type declaration, not yet formatted. */
    String body() {
        return body.toString();
    }
}
