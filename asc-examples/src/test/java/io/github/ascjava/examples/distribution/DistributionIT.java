package io.github.ascjava.examples.distribution;

import static io.github.ascjava.examples.distribution.Unpacked.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.examples.distribution.Unpacked.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is in the zip, and that it runs on the JDK of this test. */
@Timeout(120)
class DistributionIT {

    private static final String JSON = "--json";

    @TempDir
    private static Path folder;

    private static Unpacked asc = new Unpacked(Path.of(""), Path.of(""));

    @BeforeAll
    static void unpack() throws IOException {
        asc = Unpacked.into(folder);
    }

    @Test
    void theZipHasScriptsJarsCompletionAndLicense() throws IOException {
        assertThat(asc.script()).isExecutable().content().contains("#!/bin/sh").doesNotContain("#{");
        assertThat(asc.program().resolve("bin/asc.cmd")).content().contains("@echo off\r\n");
        assertThat(asc.program().resolve("completion/asc.bash")).isRegularFile();
        assertThat(asc.program().resolve("LICENSE")).hasSameTextualContentAs(Path.of("../LICENSE"));
        try (Stream<Path> jars = Files.list(asc.program().resolve("lib"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString()))
                    .contains("asc.jar")
                    .allMatch(name -> name.endsWith(".jar"))
                    .noneMatch(name -> name.contains("netty"));
        }
    }

    /** The jars of the other examples are left out. */
    @Test
    void noCommandNeedsAClassThatIsNotInTheZip() throws IOException {
        StringWriter missing = new StringWriter();
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        Path lib = asc.program().resolve("lib");
        String[] arguments = {
            "--missing-deps",
            "--multi-release",
            "base",
            "--class-path",
            lib + "/*",
            "--include",
            "io\\.github\\.ascjava\\.examples(?!\\.(fleet|metrics)\\.).*",
            lib.resolve("asc.jar").toString()
        };

        jdeps.run(new PrintWriter(missing), new PrintWriter(missing), arguments);

        assertThat(missing.toString()
                        .lines()
                        .filter(line -> line.contains("not found"))
                        .filter(line -> !line.matches(".*examples\\.(fleet|metrics)\\..*")))
                .isEmpty();
    }

    @Test
    void anArchiveOfTheClassesIsUsedAndADamagedOneIsIgnored() throws IOException, InterruptedException {
        Path log = folder.resolve("classes");
        String options = "-Xlog:class+load:file=" + log.getFileName();
        Map<String, String> java =
                Map.of("JAVA_HOME", System.getProperty("java.home"), "ASC_CACHE", "now", "ASC_JAVA_OPTS", options);

        Run run = asc.run(java, command(asc.script(), "apps", JSON));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("[ {").endsWith("} ]\n");
        assertThat(run.err()).isEqualTo("No API key is configured, so this is a sandbox with made-up data.\n");
        List<String> classes = Files.readAllLines(asc.home().resolve(log.getFileName()));
        assertThat(classes)
                .filteredOn(line -> line.contains("io.github.ascjava.examples.AppsCommand "))
                .singleElement()
                .asString()
                .contains("shared objects file");

        damage(asc.archives().get(0));
        Run again = asc.run(java, command(asc.script(), "--version"));
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).matches("asc [\\w.-]+\n");
        assertThat(again.err()).isEmpty();
    }

    /** Leaves the head as it is, which Java looks at in any case, and the size, at which the script looks. */
    private static void damage(Path archive) throws IOException {
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-------"));
        try (FileChannel file = FileChannel.open(archive, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[4_000_000]), file.size() / 3);
        }
    }
}
