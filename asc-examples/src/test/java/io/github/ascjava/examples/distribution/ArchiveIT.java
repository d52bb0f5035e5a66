package io.github.ascjava.examples.distribution;

import static io.github.ascjava.examples.distribution.Unpacked.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.examples.distribution.Unpacked.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When bin/asc makes and uses an archive of classes; Java itself is a script. */
@Timeout(60)
class ArchiveIT {

    private static final String USED = "[-XX:SharedArchiveFile=";

    @TempDir
    private Path folder;

    private Unpacked asc = new Unpacked(Path.of(""), Path.of(""));
    private Path jdk = Path.of("");

    @BeforeEach
    void unpack() throws IOException {
        asc = Unpacked.withoutLibraries(folder);
        jdk = FakeJdk.of(folder, "17.0.9");
    }

    @ParameterizedTest
    @CsvSource({"17.0.9, SharedArchiveFile", "25.0.3, AOTCache"})
    void anArchiveIsOfTheKindThatTheVersionKnows(String version, String option)
            throws IOException, InterruptedException {
        jdk = FakeJdk.of(folder, version);
        now("apps");

        Run run = run("apps");

        assertThat(asc.archives()).singleElement().asString().endsWith("-" + version + "+1-serial");
        assertThat(run.out())
                .contains("[-XX:" + option + "=" + asc.archives().get(0) + "][-XX:+VerifySharedSpaces][-Xlog:disable]");
        assertThat(Files.getPosixFilePermissions(asc.cache())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void itIsMadeOnceAndAfterTheFirstCommandWhichHasEndedBefore() throws IOException, InterruptedException {
        Path log = folder.resolve("trainings");
        Map<String, String> variables = Map.of("JAVA_HOME", jdk.toString(), "TRAINED", log.toString());

        Run first = asc.run(variables, command(asc.script(), "apps"));
        Run second = asc.run(variables, command(asc.script(), "apps"));
        waitForArchive();
        Run third = asc.run(variables, command(asc.script(), "apps"));

        assertThat(List.of(first.out(), second.out())).noneMatch(out -> out.contains(USED));
        assertThat(third.out()).contains(USED);
        assertThat(log).hasContent("trained");
    }

    private void waitForArchive() throws IOException, InterruptedException {
        Path place = Path.of(asc.cache().toString() + asc.program());
        try (WatchService watch = place.getFileSystem().newWatchService()) {
            place.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (asc.archives().isEmpty()) {
                watch.take().reset();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"CI, true", "ASC_CACHE, off"})
    void itIsNotMadeInContinuousIntegrationNorIfSwitchedOff(String name, String value)
            throws IOException, InterruptedException {
        asc.run(Map.of("JAVA_HOME", jdk.toString(), name, value), command(asc.script(), "apps"));

        assertThat(asc.home().resolve(".cache")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwx---r-x", "rwxrwx---", "rwx-----x"})
    void aFolderThatIsOpenToOthersIsNotUsed(String permissions) throws IOException, InterruptedException {
        now("apps");
        Files.setPosixFilePermissions(asc.cache(), PosixFilePermissions.fromString(permissions));

        assertThat(run("apps").out()).doesNotContain(USED).contains("[apps]");
    }

    @Test
    void aFolderBelowOneInWhichEverybodyMayWriteIsNotUsed() throws IOException, InterruptedException {
        now("apps");
        Files.setPosixFilePermissions(asc.cache().getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(run("apps").out()).doesNotContain(USED).contains("[apps]");
    }

    @Test
    void aLinkIsNotUsed() throws IOException, InterruptedException {
        now("apps");
        Path moved = Files.move(asc.cache(), folder.resolve("moved"));
        Files.createSymbolicLink(asc.cache(), moved);

        assertThat(run("apps").out()).doesNotContain(USED).contains("[apps]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lib", "lib/asc.jar"})
    void anArchiveThatIsOlderThanTheJarsIsNotUsed(String changed) throws IOException, InterruptedException {
        now("apps");
        Files.setLastModifiedTime(
                asc.program().resolve(changed), FileTime.from(Instant.now().plus(Duration.ofHours(1))));

        assertThat(run("apps").out()).doesNotContain(USED).contains("[apps]");
    }

    /** JDK 17 crashes with it. */
    @Test
    void anArchiveOfAnotherSizeIsNotUsed() throws IOException, InterruptedException {
        now("apps");
        Files.writeString(asc.archives().get(0), "clas");

        assertThat(run("apps").out()).doesNotContain(USED).contains("[apps]");
    }

    @Test
    void longCommandsAndOtherCollectorsHaveNone() throws IOException, InterruptedException {
        now("apps");

        assertThat(run("sales", "85012345").out()).doesNotContain(USED);
        assertThat(asc.run(with("ASC_JAVA_OPTS", "-XX:+UseParallelGC"), command(asc.script(), "apps"))
                        .out())
                .doesNotContain(USED);
    }

    @Test
    void aNewBuildAndAnotherPlaceHaveTheirOwnAndThoseOfOlderBuildsAreDeleted()
            throws IOException, InterruptedException {
        now("apps");
        Path first = asc.archives().get(0);
        String script = Files.readString(asc.script());
        Files.writeString(asc.script(), script.replaceFirst("build='\\d+'", "build='1'"));

        assertThat(run("apps").out()).doesNotContain(USED);
        now("apps");
        assertThat(asc.archives()).singleElement().isNotEqualTo(first);

        Unpacked moved = new Unpacked(Files.move(asc.program(), folder.resolve("elsewhere")), asc.home());
        assertThat(moved.run(with("CI", "true"), command(moved.script(), "apps"))
                        .out())
                .doesNotContain(USED);
    }

    @Test
    void whereNothingCanBeWrittenCommandsWorkWithoutOne() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("file"), "");

        for (String base : List.of("/proc/nowhere", file.toString(), "relative")) {
            Map<String, String> variables = new HashMap<>(with("XDG_CACHE_HOME", base));
            variables.put("ASC_CACHE", "now");
            variables.put("HOME", "/proc/nobody");
            Run run = asc.run(variables, command(asc.script(), "apps"));
            assertThat(run.out()).doesNotContain(USED).contains("[apps]");
            assertThat(run.err()).isEmpty();
        }
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        return asc.run(with("CI", "true"), command(asc.script(), arguments));
    }

    private void now(String... arguments) throws IOException, InterruptedException {
        Run run = asc.run(with("ASC_CACHE", "now"), command(asc.script(), arguments));
        assertThat(run.err()).isEmpty();
        assertThat(asc.archives()).hasSize(1);
    }

    private Map<String, String> with(String name, String value) {
        return Map.of("JAVA_HOME", jdk.toString(), name, value);
    }
}
