package io.github.ascjava.examples.docs;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.SimpleJavaFileObject;

/**
 * A Java block of a document as a source file.
 *
 * <p>A block with imports is a file already. Any other block is the body of a method, in a class that imports the library and
 * has the variables of {@link SampleScope}. Clients that a sample creates are clients of a sandbox.
 */
final class Sample extends SimpleJavaFileObject {

    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:public )?(?:final )?(?:class|interface|record) (\\w+)");
    private static final String IMPORTS = SampleImports.onOneLine();

    private final Markdown.Block block;
    private final String className;
    private final boolean isFile;
    private final String builder;

    private Sample(Markdown.Block block, String className, boolean isFile, String builder) {
        super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
        this.block = block;
        this.className = className;
        this.isFile = isFile;
        this.builder = builder;
    }

    /**
     * Returns the source of a block.
     *
     * @param number sets its package apart from those of other blocks
     * @param builder the expression that takes the place of a client's builder with a key from the environment
     */
    static Sample of(Markdown.Block block, int number, String builder) {
        boolean isFile = block.lines().stream().anyMatch(line -> line.startsWith("import "));
        Matcher type = TYPE.matcher(block.text());
        if (isFile && !type.find()) {
            throw new AssertionError(block + " has imports, but no class.");
        }
        String name = isFile ? type.group(1) : "Sample";
        return new Sample(block, "sample" + number + "." + name, isFile, builder);
    }

    Markdown.Block block() {
        return block;
    }

    String className() {
        return className;
    }

    /** Returns whether the block declares a class of its own, with a {@code main} method or with tests. */
    boolean isFile() {
        return isFile;
    }

    /** Returns the block with exactly one line before it, so that the line of a mistake is easy to find. */
    @Override
    public String getCharContent(boolean ignoreEncodingErrors) {
        String begin = "package " + className.substring(0, className.indexOf('.')) + "; ";
        if (isFile) {
            return begin + "\n"
                    + block.text()
                            .replace("AppStoreConnect.create(ApiKey.fromEnvironment())", builder + ".build()")
                            .replace("AppStoreConnect.builder(ApiKey.fromEnvironment())", builder);
        }
        return begin + IMPORTS + "public final class Sample extends SampleScope {"
                + " public Sample(Sandbox sandbox, Path folder) { super(sandbox, folder); }"
                + " @Override public void run() throws Exception {\n"
                + block.text()
                        .replace("AppStoreConnect.create(", "create(")
                        .replace("AppStoreConnect.builder(", "builder(")
                + "\n}}";
    }

    @Override
    public String toString() {
        return block.toString();
    }
}
