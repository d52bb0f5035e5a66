package io.github.ascjava.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.model.common.Platform;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages of apps for macOS, made with bsdtar's xar. The XML is in the form that productbuild writes. */
class InstallerPackageTest {

    private static final String DISTRIBUTION = """
            <?xml version="1.0" encoding="utf-8" standalone="no"?>
            <installer-gui-script minSpecVersion="2">
                <pkg-ref id="com.example.notes">
                    <bundle-version>
                        <bundle CFBundleShortVersionString="3.1" CFBundleVersion="90" id="com.example.notes" path="Notes.app"/>
                    </bundle-version>
                </pkg-ref>
                <product id="com.example.notes" version="3.1"/>
                <title>Notes</title>
                <options customize="never" require-scripts="false" hostArchitectures="x86_64,arm64"/>
                <volume-check><allowed-os-versions><os-version min="13.3"/></allowed-os-versions></volume-check>
                <choices-outline><line choice="default"/></choices-outline>
                <pkg-ref id="com.example.notes" version="3.1" installKBytes="1">#com.example.notes.pkg</pkg-ref>
            </installer-gui-script>
            """;

    private static final String PACKAGE_INFO = """
            <?xml version="1.0" encoding="utf-8"?>
            <pkg-info overwrite-permissions="true" identifier="com.example.notes" version="3.1" format-version="2">
                <payload numberOfFiles="9" installKBytes="1"/>
                <bundle path="./Notes.app" id="com.example.notes" CFBundleShortVersionString="3.1" CFBundleVersion="90">
                    <bundle path="./Contents/Frameworks/Kit.framework" id="com.example.kit" CFBundleVersion="1"/>
                    <bundle path="./Contents/PlugIns/Share.appex" id="com.example.notes.share"
                        CFBundleShortVersionString="3.1" CFBundleVersion="90"/>
                    <bundle path="./Contents/Library/LoginItems/Agent.app" id="com.example.notes.agent"
                        CFBundleShortVersionString="3.0" CFBundleVersion="90"/>
                </bundle>
                <bundle-version><bundle id="com.example.notes"/></bundle-version>
            </pkg-info>
            """;

    @TempDir
    private Path folder;

    private TestPackages packages;

    @BeforeEach
    void create() {
        packages = new TestPackages(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xar:compression=gzip", "xar:compression=none", "xar:checksum=none,xar:toc-checksum=none"})
    void productPackagesTellAppAndMinimumSystem(String options) {
        packages.write("Distribution", DISTRIBUTION);
        packages.write("com.example.notes.pkg/PackageInfo", PACKAGE_INFO);
        packages.write("com.example.notes.pkg/Payload", new byte[100_000]);

        AppPackage notes = AppPackage.inspect(packages.pkg("Notes.pkg", "--options", options));

        assertThat(notes.format()).isEqualTo(AppPackage.Format.PKG);
        assertThat(notes.bundleId()).isEqualTo("com.example.notes");
        assertThat(notes.version()).isEqualTo("3.1");
        assertThat(notes.buildNumber()).isEqualTo("90");
        assertThat(notes.platform()).isEqualTo(Platform.MAC_OS);
        assertThat(notes.minimumSystemVersion()).isEqualTo("13.3");
        assertThat(notes.embedded())
                .containsExactly(
                        new EmbeddedBundle(
                                "Notes.app/Contents/Library/LoginItems/Agent.app",
                                "com.example.notes.agent",
                                "3.0",
                                "90"),
                        new EmbeddedBundle(
                                "Notes.app/Contents/PlugIns/Share.appex", "com.example.notes.share", "3.1", "90"));
    }

    @Test
    void componentPackagesTellTheApp() {
        packages.write("PackageInfo", PACKAGE_INFO);
        packages.write("Payload", "payload");

        AppPackage notes = AppPackage.inspect(packages.pkg("Notes.pkg"));

        assertThat(notes.bundleId()).isEqualTo("com.example.notes");
        assertThat(notes.minimumSystemVersion()).isNull();
        assertThat(notes.embedded()).hasSize(2);
    }

    @Test
    void theDistributionIsEnoughIfThePackagesListNothing() {
        packages.write("Distribution", DISTRIBUTION);
        packages.write("com.example.notes.pkg/PackageInfo", "<pkg-info identifier=\"com.example.notes\"/>");

        assertThat(AppPackage.inspect(packages.pkg("Notes.pkg")).buildNumber()).isEqualTo("90");
    }

    @Test
    void ofSeveralAppsTheOneOfTheProductCounts() {
        String second =
                PACKAGE_INFO.replace("com.example.notes", "com.example.other").replace("Notes.app", "Other.app");
        packages.write("Distribution", DISTRIBUTION);
        packages.write("a.pkg/PackageInfo", second);
        packages.write("b.pkg/PackageInfo", PACKAGE_INFO);

        assertThat(AppPackage.inspect(packages.pkg("Notes.pkg")).bundleId()).isEqualTo("com.example.notes");
    }

    @Test
    void namesOutsideOfAsciiAreRead() {
        packages.write("PackageInfo", PACKAGE_INFO);
        packages.write("Ressourcen/Übersicht.txt", "text");

        assertThat(AppPackage.inspect(packages.pkg("Notes.pkg")).version()).isEqualTo("3.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pkg-info/> | lists no app",
                "<pkg-info><bundle path='./A.app' id='a'/></pkg-info> | has no CFBundleShortVersionString",
                "<pkg-info><bundle path='../A.app' id='a'/></pkg-info> | whose name points out of the package",
                "<pkg-info><bundle path='./A.app'/><bundle path='./B.app'/></pkg-info> | contains 2 apps",
                "<!DOCTYPE a [<!ENTITY b 'c'>]><pkg-info>&b;</pkg-info> | has a document type",
                "<pkg-info> | is not well-formed XML",
            })
    void whatCannotBeUploadedIsNamed(String row) {
        packages.write("PackageInfo", row.substring(0, row.indexOf(" | ")));
        Path file = packages.pkg("Notes.pkg");

        assertThatThrownBy(() -> AppPackage.inspect(file))
                .isInstanceOf(InvalidPackageException.class)
                .hasMessageStartingWith("Notes.pkg ")
                .hasMessageContaining(row.substring(row.indexOf(" | ") + 3));
    }

    @Test
    void compressionThatProductbuildDoesNotUseIsNamed() {
        packages.write("PackageInfo", PACKAGE_INFO);
        Path file = packages.pkg("Notes.pkg", "--options", "xar:compression=bzip2");

        assertThatThrownBy(() -> AppPackage.inspect(file))
                .hasMessageContaining("has PackageInfo compressed as application/x-bzip2, which is not read");
    }
}
