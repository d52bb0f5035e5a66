package io.github.ascjava.codegen;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One Java source file in the making: its body, and the imports that the body asked for on the way. */
final class JavaFile {

    private static final String ROOT = "io.github.ascjava.client";

    private final String packageName;
    private final String name;
    private final Set<String> imports = new TreeSet<>();
    private final StringBuilder body = new StringBuilder();

    JavaFile(String packageName, String name) {
        this.packageName = packageName;
        this.name = name;
    }

    /** The path below the source root. */
    String path() {
        return packageName.replace('.', '/') + "/" + name + ".java";
    }

    String packageName() {
        return packageName;
    }

    JavaFile text(String text) {
        body.append(text);
        return this;
    }

    JavaFile line(String text) {
        return text(text + "\n");
    }

    JavaFile line() {
        return line("");
    }

    /** Imports a class of the library by its name below the root package. */
    JavaFile uses(String... names) {
        for (String each : names) {
            imports.add(ROOT + "." + each);
        }
        return this;
    }

    JavaFile imports(String... fullNames) {
        imports.addAll(Set.of(fullNames));
        return this;
    }

    /** Imports what a type needs and returns how to write it. */
    String type(JavaType type) {
        imports.addAll(type.imports());
        return type.text();
    }

    /** The whole file in the project's format. */
    String source(String header) {
        String importLines = imports.stream()
                .filter(each -> !each.substring(0, each.lastIndexOf('.')).equals(packageName))
                .map(each -> "import " + each + ";\n")
                .collect(Collectors.joining());
        String source = "// " + header + "\npackage " + packageName + ";\n\n" + importLines + "\n" + body;
        try {
            return Formatter.createFormatter(JavaFormatterOptions.builder()
                            .style(JavaFormatterOptions.Style.PALANTIR)
                            .build())
                    .formatSource(source);
        } catch (FormatterException e) {
            throw new IllegalStateException("The generator wrote no Java in " + path() + ":\n" + source, e);
        }
    }
}
