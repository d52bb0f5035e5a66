package io.github.ascjava.examples.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that looks like a JDK; its java prints the process number and the arguments, and "makes" an archive if told to. */
final class FakeJdk {

    private static final String JAVA = """
            #!/bin/sh
            if [ "$1" = -version ]; then
                echo 'openjdk version "VERSION" 2020-01-01' >&2
                exit
            fi
            echo "$$"
            for argument; do
                case $argument in
                -XX:ArchiveClassesAtExit=* | -XX:AOTCacheOutput=*)
                    echo classes >"${argument#*=}"
                    [ -z "$TRAINED" ] || echo trained >>"$TRAINED"
                    ;;
                esac
                printf '[%s]' "$argument"
            done
            exit "${FAKE_EXIT:-0}"
            """;

    private FakeJdk() {}

    /** Makes a folder with a file that names the version, as all JDKs since 9 have one. */
    static Path of(Path folder, String version) throws IOException {
        Path jdk = withoutRelease(folder, version);
        Files.writeString(
                jdk.resolve("release"),
                "IMPLEMENTOR=\"Nobody\"\nJAVA_RUNTIME_VERSION=\"%s+1\"\nJAVA_VERSION=\"%s\"\n"
                        .formatted(version, version));
        return jdk;
    }

    static Path withoutRelease(Path folder, String version) throws IOException {
        Path jdk = folder.resolve("jdk " + version);
        Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.writeString(java, JAVA.replace("VERSION", version));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return jdk;
    }
}
