package io.github.ascjava.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.ascjava.auth.TeamKey;
import io.github.ascjava.testing.Sandbox;
import io.github.ascjava.testing.SandboxExtension;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Compiles every Java block of the documents, and runs it on a sandbox.
 *
 * <p>Left out are blocks with the note {@code from: FILE}, which {@link SourcesTest} compares with that file. Blocks with the
 * note {@code not run: REASON} are compiled only. The empty block of an issue template waits for its reader. Other languages than Java are not checked here.
 */
class JavaSamplesTest {

    private static final String NOT_RUN = "not run: ";

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension();

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> samplesCompileAndRun() throws Exception {
        Path keyFile = SANDBOX.writeKeyFile(Files.createDirectory(folder.resolve("key")));
        String builder = "AppStoreConnect.builder(ApiKey.team(\"%s\", java.nio.file.Path.of(\"%s\"))).baseUrl(\"%s\")"
                .formatted(((TeamKey) SANDBOX.key()).issuerId(), keyFile, SANDBOX.baseUrl());
        List<Sample> samples = new ArrayList<>();
        for (Markdown document : Markdown.all()) {
            for (Markdown.Block block : document.blocks("java")) {
                if (!block.note().startsWith("from: ") && !block.text().isBlank()) {
                    samples.add(Sample.of(block, samples.size(), builder));
                }
            }
        }
        assertThat(samples).hasSizeGreaterThan(20);
        Path classes = compile(samples);
        return samples.stream()
                .filter(sample -> !sample.block().note().startsWith(NOT_RUN))
                .map(sample -> DynamicTest.dynamicTest(sample.toString(), () -> run(sample, classes)));
    }

    private static Path compile(List<Sample> samples) throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
        compiler.getTask(null, null, found, options, null, samples).call();
        assertThat(found.getDiagnostics())
                .filteredOn(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .extracting(JavaSamplesTest::place)
                .isEmpty();
        return classes;
    }

    private static String place(Diagnostic<? extends JavaFileObject> problem) {
        if (!(problem.getSource() instanceof Sample sample)) {
            return problem.toString();
        }
        return sample.block().inLine(problem.getLineNumber() - 1) + " " + problem.getMessage(null);
    }

    private static void run(Sample sample, Path classes) throws Exception {
        PrintStream console = System.out;
        System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Class<?> type = loader.loadClass(sample.className());
            if (!sample.isFile()) {
                runStatements(type);
            } else if (Stream.of(type.getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals("main"))) {
                Method main = type.getMethod("main", String[].class);
                main.invoke(null, (Object) new String[0]);
            } else {
                runTests(type);
            }
        } finally {
            System.setOut(console);
        }
    }

    private static void runStatements(Class<?> type) throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            Path own = Files.createTempDirectory(folder, "sample");
            SampleScope sample =
                    (SampleScope) type.getConstructor(Sandbox.class, Path.class).newInstance(sandbox, own);
            sample.run();
        }
    }

    private static void runTests(Class<?> type) {
        SummaryGeneratingListener result = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(type))
                                .build(),
                        result);
        assertThat(result.getSummary().getFailures())
                .extracting(failure -> failure.getException())
                .isEmpty();
        assertThat(result.getSummary().getTestsSucceededCount()).isPositive();
    }
}
