package io.github.ascjava.examples.distribution;

import static io.github.ascjava.examples.distribution.Unpacked.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.examples.distribution.Unpacked.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How bin/asc starts Java. */
@Timeout(60)
class LauncherIT {

    private static final String MAIN = "[io.github.ascjava.examples.Main]";

    @TempDir
    private static Path folder;

    private static Unpacked asc = new Unpacked(Path.of(""), Path.of(""));
    private static Path jdk = Path.of("");

    @BeforeAll
    static void unpack() throws IOException {
        asc = Unpacked.withoutLibraries(Files.createDirectory(folder.resolve("a folder")));
        jdk = FakeJdk.of(folder, "17.0.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash", "dash"})
    void argumentsArriveAsTheyAre(String shell) throws IOException, InterruptedException {
        String[] arguments = {"call", "", "two words", "*", "$HOME", "a\nb", "--", "\\", "'\""};

        Run run = asc.run(java(), Unpacked.command(shell, Unpacked.command(asc.script(), arguments)));

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .endsWith("[-cp][" + asc.program() + "/lib/*]" + MAIN
                        + Arrays.stream(arguments).map(each -> "[" + each + "]").collect(Collectors.joining()));
    }

    @Test
    void javaTakesThePlaceOfTheScriptSoThatSignalsReachItAndItsExitCodeCounts()
            throws IOException, InterruptedException {
        Run run = asc.run(java("FAKE_EXIT", "3"), command(asc.script(), "apps"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).startsWith(run.pid() + "\n");
    }

    @Test
    void linksLeadToTheProgram() throws IOException, InterruptedException {
        Path absolute = Files.createSymbolicLink(folder.resolve("absolute link"), asc.script());
        Files.createSymbolicLink(asc.home().resolve("asc"), asc.home().relativize(absolute));

        assertThat(asc.run(java(), "./asc", "apps").out()).contains("[" + asc.program() + "/lib/*]");
        assertThat(asc.run(java("PATH", asc.home() + ":/usr/bin:/bin"), "sh", "-c", "asc apps")
                        .out())
                .contains("[" + asc.program() + "/lib/*]");
    }

    @Test
    void javaIsFoundOnThePath() throws IOException, InterruptedException {
        Run run = asc.run(Map.of("PATH", jdk + "/bin:/usr/bin:/bin", "CI", "true"), command(asc.script(), "apps"));

        assertThat(run.out()).contains(MAIN + "[apps]");
    }

    @Test
    void withoutJavaSaysWhatToDo() throws IOException, InterruptedException {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("sh", "readlink", "ls", "sed")) {
            Path script = Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec /bin/" + tool + " \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        Run onPath = asc.run(Map.of("PATH", tools.toString()), command(asc.script(), "apps"));
        Run inHome = asc.run(Map.of("JAVA_HOME", "/nowhere"), command(asc.script(), "apps"));

        assertThat(onPath.exitCode()).isEqualTo(1);
        assertThat(onPath.err())
                .isEqualTo("asc: Java was not found. Install version 17 or later, and put java on the PATH or set"
                        + " JAVA_HOME.\n");
        assertThat(inHome.exitCode()).isEqualTo(1);
        assertThat(inHome.err())
                .isEqualTo(
                        "asc: JAVA_HOME is /nowhere, which has no bin/java. Set it to a JDK of version 17 or later.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.25", "1.8.0_452"})
    void anOlderJavaIsRefused(String version) throws IOException, InterruptedException {
        for (Path old : List.of(FakeJdk.withoutRelease(folder, version), FakeJdk.of(folder, version))) {
            Run run = asc.run(Map.of("JAVA_HOME", old.toString()), command(asc.script(), "apps"));

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .isEqualTo("asc: asc needs Java 17 or later, but " + old + "/bin/java is version " + version
                            + ". Set JAVA_HOME to a newer one.\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "apps, true",
        "users audit, true",
        "--profile sales apps, true",
        "--help, true",
        "builds list x, true",
        "builds upload x, false",
        "sales 85012345, false",
        "--profile work sales 85012345, false",
        "--profile=work assets sync x, false",
        "--read-only sales 85012345, false",
        "--read-only --profile sales apps, true",
        "--profile, true",
        "webhooks listen, false",
    })
    void shortCommandsGetTheCompilerAndTheCollectorThatStartFastest(String words, boolean isShort)
            throws IOException, InterruptedException {
        Run run = asc.run(java(), command(asc.script(), words.split(" ")));

        assertThat(run.out().contains("[-XX:TieredStopAtLevel=1][-XX:+UseSerialGC]"))
                .isEqualTo(isShort);
    }

    @Test
    void ownOptionsComeAfterThoseOfTheScript() throws IOException, InterruptedException {
        Run run = asc.run(java("ASC_JAVA_OPTS", "-Xmx1g  -Dname=*"), command(asc.script(), "apps"));

        assertThat(run.out())
                .contains("[-XX:TieredStopAtLevel=1][-XX:+UseSerialGC][-Xlog:disable][-Xlog:all=warning:stderr]"
                        + "[-Xmx1g][-Dname=*][-cp]");
    }

    /** Java does not start with two. */
    @ParameterizedTest
    @ValueSource(strings = {"ASC_JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"})
    void anotherCollectorReplacesThatOfTheScript(String variable) throws IOException, InterruptedException {
        Run run = asc.run(java(variable, "-XX:+UseParallelGC"), command(asc.script(), "apps"));

        assertThat(run.out()).contains("[-XX:TieredStopAtLevel=1]").doesNotContain("SerialGC");
    }

    private static Map<String, String> java() {
        return Map.of("JAVA_HOME", jdk.toString(), "CI", "true");
    }

    private static Map<String, String> java(String name, String value) {
        return Map.of("JAVA_HOME", jdk.toString(), "CI", "true", name, value);
    }
}
