package io.github.ascjava.uploads;

import static io.github.ascjava.uploads.TestPackages.iosPlist;
import static io.github.ascjava.uploads.TestPackages.plist;
import static io.github.ascjava.uploads.TestPackages.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not packages, or not complete ones, get one sentence that says what to do. */
class DamagedPackageTest {

    private static final String PLIST = "Payload/Weather.app/Info.plist";

    @TempDir
    private Path folder;

    private TestPackages packages;

    @BeforeEach
    void create() {
        packages = new TestPackages(folder);
    }

    @Test
    void filesThatAreNotThere() throws IOException {
        requireProblem(folder.resolve("No.ipa"), "does not exist");
        requireProblem(Files.createDirectory(folder.resolve("Weather.app")), "is a folder");
        requireProblem(Files.createFile(folder.resolve("Empty.ipa")), "is empty");
    }

    @Test
    void filesOfOtherKinds() throws IOException {
        Map<String, String> problems = Map.of(
                "<html>", "is text",
                "{\"errors\":", "is text",
                "P", "begins with other bytes",
                "\u001f\u008b\b\0", "is compressed with gzip",
                "xar!", "ends before its table of contents is complete",
                "PKxx", "is an empty or a split ZIP archive");
        for (Map.Entry<String, String> each : problems.entrySet()) {
            Path file = Files.writeString(folder.resolve("App.ipa"), each.getKey(), StandardCharsets.ISO_8859_1);
            requireProblem(file, each.getValue());
        }
    }

    @Test
    void anArchiveThatWasCut() throws IOException {
        packages.write(PLIST, iosPlist("com.example.weather", "1", "2"));
        byte[] whole = Files.readAllBytes(packages.ipa("Weather.ipa"));

        requireProblem(
                Files.write(folder.resolve("Cut.ipa"), Arrays.copyOf(whole, whole.length - 30)),
                "is not a complete ZIP archive");
    }

    @Test
    void anInstallerThatWasCutInItsPayload() throws IOException {
        packages.write("PackageInfo", "<pkg-info/>");
        packages.write("Payload", new byte[50_000]);
        byte[] whole = Files.readAllBytes(packages.pkg("Notes.pkg", "--options", "xar:compression=none"));

        requireProblem(
                Files.write(folder.resolve("Cut.pkg"), Arrays.copyOf(whole, whole.length / 2)), "ends before Payload");
    }

    @Test
    void anEncryptedArchive() {
        packages.write(PLIST, iosPlist("com.example.weather", "1", "2"));

        requireProblem(packages.ipa("Weather.ipa", "-P", "secret"), "is encrypted");
    }

    @Test
    void anArchiveWithoutAnApp() {
        packages.write("Weather.app/Info.plist", iosPlist("com.example.weather", "1", "2"));

        requireProblem(packages.ipa("Weather.ipa"), "has no app in a folder Payload");
    }

    @Test
    void anArchiveWithTwoApps() {
        packages.write(PLIST, iosPlist("com.example.weather", "1", "2"));
        packages.write("Payload/Notes.app/Info.plist", iosPlist("com.example.notes", "1", "2"));

        requireProblem(
                packages.ipa("Weather.ipa"), "contains 2 apps, such as Payload/Notes.app and Payload/Weather.app");
    }

    @Test
    void anAppWithoutAPropertyList() {
        packages.write("Payload/Weather.app/Weather", "code");

        requireProblem(packages.ipa("Weather.ipa"), "has no " + PLIST);
    }

    @Test
    void namesThatPointOutOfThePackage() throws IOException {
        for (String name : new String[] {"../Info.plist", "/etc/Info.plist", "Payload/../../x", "Payload\\..\\x"}) {
            Path file = folder.resolve("Weather.ipa");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                zip.putNextEntry(new ZipEntry(name));
            }
            requireProblem(file, "whose name points out of the package");
        }
        requireProblem(xar("<xar><toc><file><name>..</name></file></toc></xar>"), "points out of the package");
    }

    @Test
    void propertyListsThatSayTooLittle() {
        Map<String, String> complete = Map.of(
                "CFBundleIdentifier", string("com.example.weather"),
                "CFBundleShortVersionString", string("1.0"),
                "CFBundleVersion", string("1"),
                "DTPlatformName", string("iphoneos"));
        for (String key : complete.keySet()) {
            Map<String, String> values = new java.util.HashMap<>(complete);
            values.remove(key);
            packages.write(PLIST, plist(values));
            requireProblem(
                    packages.ipa("Weather.ipa"),
                    key.equals("DTPlatformName") ? "names no platform in " + PLIST : "has no " + key + " in " + PLIST);
        }
    }

    @Test
    void propertyListsThatSayItWrongly() {
        requireProblemOfPlist(
                plist(Map.of("CFBundleIdentifier", "<integer>18446744073709551615</integer>")),
                "has a CFBundleIdentifier in " + PLIST + " that is not a string");
        requireProblemOfPlist(
                plist(Map.of(
                        "CFBundleIdentifier", string("com.example.weather"),
                        "CFBundleShortVersionString", string("1.0"),
                        "CFBundleVersion", string("1"),
                        "DTPlatformName", string("iphonesimulator"))),
                "was built for a simulator");
    }

    @Test
    void propertyListsThatAreNone() {
        requireProblemOfPlist("<html/>", "is not a property list");
        requireProblemOfPlist("nothing", "is not well-formed XML");
        requireProblemOfPlist("<plist><array/></plist>", "is not a dictionary");
        requireProblemOfPlist("bplist00", "is damaged");
        requireProblemOfPlist(
                "<!DOCTYPE plist [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><plist><string>&a;</string></plist>",
                "declares XML entities");
        requireProblemOfPlist("<plist><dict><key>A</key><string>&a;</string></dict></plist>", "refers to XML entities");
        requireProblemOfPlist(
                "<plist>" + "<array>".repeat(100) + "</array>".repeat(100) + "</plist>", "is nested too deeply");
    }

    @Test
    void tablesOfContentsThatCannotBe() throws IOException {
        requireProblem(xar("<xar><toc><file><data/></file></toc></xar>"), "an entry without a name");
        requireProblem(
                xar("<xar><toc><file><name>a</name><data><offset>-1</offset></data></file></toc></xar>"),
                "does not say where a is");
        requireProblem(
                xar("<xar><toc><file><name>PackageInfo</name><data><offset>0</offset>"
                        + "<length>999999999999999999</length></data></file></toc></xar>"),
                "ends before PackageInfo");
        requireProblem(xar("<xar>" + "<toc>".repeat(100)), "is nested too deeply");
        requireProblem(xar("<!DOCTYPE xar SYSTEM 'file:///etc/hostname'><xar/>"), "has a document type");
        requireProblem(xar("<xar>" + " ".repeat(17 * 1024 * 1024) + "</xar>"), "has more than 16777216 bytes");
    }

    private void requireProblemOfPlist(String plist, String problem) {
        packages.write(PLIST, plist);
        requireProblem(packages.ipa("Weather.ipa"), problem);
    }

    private static void requireProblem(Path file, String problem) {
        assertThatThrownBy(() -> AppPackage.inspect(file))
                .isInstanceOf(InvalidPackageException.class)
                .hasMessageStartingWith(file.getFileName() + " ")
                .hasMessageContaining(problem)
                .hasMessageEndingWith(".")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(String.valueOf(file.getParent())));
    }

    /** Returns an archive with a table of contents and nothing else. */
    private Path xar(String table) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(compressed)) {
            out.write(table.getBytes(StandardCharsets.UTF_8));
        }
        ByteBuffer file = ByteBuffer.allocate(28 + compressed.size());
        file.put("xar!".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 28)
                .putShort((short) 1);
        file.putLong(compressed.size()).putLong(table.length()).putInt(0).put(compressed.toByteArray());
        return Files.write(folder.resolve("Made.pkg"), file.array());
    }
}
