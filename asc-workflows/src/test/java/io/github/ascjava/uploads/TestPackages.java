package io.github.ascjava.uploads;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes packages with the tools that people use on Linux: Info-ZIP, bsdtar's xar and libplist. A test whose tool is missing
 * is skipped.
 */
final class TestPackages {

    private static final String PLIST_HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            """;

    private final Path folder;

    TestPackages(Path folder) {
        this.folder = folder;
    }

    /** Returns a property list; values are elements, such as {@code <string>1.0</string>}. */
    static String plist(Map<String, String> values) {
        StringBuilder plist = new StringBuilder(PLIST_HEAD).append("<dict>\n");
        values.forEach((key, value) ->
                plist.append("<key>").append(key).append("</key>").append(value).append('\n'));
        return plist.append("</dict>\n</plist>\n").toString();
    }

    /** Returns the property list of an app for iPhone and iPad. */
    static String iosPlist(String bundleId, String version, String buildNumber) {
        return plist(Map.of(
                "CFBundleIdentifier", string(bundleId),
                "CFBundleShortVersionString", string(version),
                "CFBundleVersion", string(buildNumber),
                "CFBundleSupportedPlatforms", "<array>" + string("iPhoneOS") + "</array>",
                "MinimumOSVersion", string("17.2"),
                "UIDeviceFamily", "<array><integer>2</integer><integer>1</integer></array>",
                "ITSAppUsesNonExemptEncryption", "<false/>"));
    }

    static String string(String text) {
        return "<string>" + text + "</string>";
    }

    /** Writes a package with the library of the JDK, for tests that are not about packages. */
    static Path ipa(Path file, String plist) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            ZipEntry entry = new ZipEntry("Payload/Weather.app/Info.plist");
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(plist.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    Path write(String path, String content) {
        return write(path, content.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String path, byte[] content) {
        try {
            Path file = folder.resolve("tree").resolve(path);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a property list in the binary format. */
    Path writeBinary(String path, String plist) {
        Path file = write(path, plist);
        Path binary = file.resolveSibling("binary");
        run("plistutil", "-f", "bin", "-i", file.toString(), "-o", binary.toString());
        try {
            Files.move(binary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Packs what was written as a ZIP archive. */
    Path ipa(String name, String... options) {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("zip", "-q", "-r"));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of(file.toString(), "."));
        run(command.toArray(String[]::new));
        return file;
    }

    /** Packs what was written as a xar archive, in the order of the names; bsdtar pads it with zeros. */
    Path pkg(String name, String... options) {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("bsdtar", "--format", "xar", "-cf", file.toString()));
        command.addAll(Arrays.asList(options));
        command.add("-C");
        command.add(folder.resolve("tree").toString());
        try (var entries = Files.list(folder.resolve("tree"))) {
            entries.sorted().forEach(each -> command.add(each.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(command.toArray(String[]::new));
        return file;
    }

    /** Runs a program in the folder of what was written. */
    void run(String... command) {
        assumeTrue(isInstalled(command[0]), command[0] + " is not installed");
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(folder.resolve("tree").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(command[0] + " failed: " + Files.readString(output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }
}
