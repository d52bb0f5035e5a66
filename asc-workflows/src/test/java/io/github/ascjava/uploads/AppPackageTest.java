package io.github.ascjava.uploads;

import static io.github.ascjava.uploads.TestPackages.iosPlist;
import static io.github.ascjava.uploads.TestPackages.plist;
import static io.github.ascjava.uploads.TestPackages.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.model.common.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages of apps for iOS, tvOS and visionOS, made with zip and libplist. */
class AppPackageTest {

    @TempDir
    private Path folder;

    private TestPackages packages;

    @BeforeEach
    void create() {
        packages = new TestPackages(folder);
    }

    @Test
    void tellsWhatThePropertyListSays() throws Exception {
        packages.write("Payload/Weather.app/Info.plist", iosPlist("com.example.weather", "1.4.2", "412"));
        packages.write("Payload/Weather.app/Weather", "code");
        packages.write("Symbols/A.symbols", "symbols");
        Path file = packages.ipa("Weather.ipa");

        AppPackage weather = AppPackage.inspect(file);

        assertThat(weather)
                .isEqualTo(new AppPackage(
                        AppPackage.Format.IPA,
                        "Weather.ipa",
                        Files.size(file),
                        "com.example.weather",
                        "1.4.2",
                        "412",
                        Platform.IOS,
                        "17.2",
                        List.of(1, 2),
                        false,
                        List.of()));
    }

    @Test
    void readsBinaryPropertyListsLikeXml() {
        packages.write("Payload/Weather.app/Info.plist", iosPlist("com.example.weather", "1.4.2", "412"));
        AppPackage xml = AppPackage.inspect(packages.ipa("Weather.ipa"));
        packages.writeBinary("Payload/Weather.app/Info.plist", iosPlist("com.example.weather", "1.4.2", "412"));

        AppPackage binary = AppPackage.inspect(packages.ipa("Weather2.ipa"));

        assertThat(binary)
                .usingRecursiveComparison()
                .ignoringFields("fileName", "size")
                .isEqualTo(xml);
    }

    @Test
    void findsWhatIsInsideOfTheApp() {
        packages.write("Payload/Weather.app/Info.plist", iosPlist("com.example.weather", "2", "7"));
        for (String path : List.of(
                "PlugIns/Widget.appex",
                "Extensions/Intents.appex",
                "AppClips/Clip.app",
                "Watch/Watch.app",
                "Watch/Watch.app/PlugIns/Complication.appex",
                "Frameworks/Charts.framework",
                "Bundles/Resources.bundle")) {
            packages.writeBinary(
                    "Payload/Weather.app/" + path + "/Info.plist",
                    iosPlist("com.example." + path.hashCode(), "2", "7"));
        }

        List<EmbeddedBundle> embedded =
                AppPackage.inspect(packages.ipa("Weather.ipa")).embedded();

        assertThat(embedded)
                .extracting(EmbeddedBundle::path)
                .containsExactly(
                        "Payload/Weather.app/AppClips/Clip.app",
                        "Payload/Weather.app/Extensions/Intents.appex",
                        "Payload/Weather.app/PlugIns/Widget.appex",
                        "Payload/Weather.app/Watch/Watch.app",
                        "Payload/Weather.app/Watch/Watch.app/PlugIns/Complication.appex");
        assertThat(embedded.get(2))
                .isEqualTo(new EmbeddedBundle(
                        "Payload/Weather.app/PlugIns/Widget.appex",
                        "com.example." + "PlugIns/Widget.appex".hashCode(),
                        "2",
                        "7"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    CFBundleSupportedPlatforms, <array><string>iPhoneOS</string></array>, IOS
                    CFBundleSupportedPlatforms, <array><string>AppleTVOS</string></array>, TV_OS
                    CFBundleSupportedPlatforms, <array><string>XROS</string></array>, VISION_OS
                    CFBundleSupportedPlatforms, <array><string>MacOSX</string></array>, MAC_OS
                    DTPlatformName, <string>appletvos</string>, TV_OS
                    DTPlatformName, <string>xros</string>, VISION_OS
                    UIDeviceFamily, <integer>3</integer>, TV_OS
                    UIDeviceFamily, <array><string>7</string></array>, VISION_OS
                    UIDeviceFamily, <array><integer>1</integer><integer>7</integer></array>, IOS
                    LSMinimumSystemVersion, <string>13.0</string>, MAC_OS
                    """)
    void knowsThePlatformByAnyOfItsKeys(String key, String value, String platform) {
        packages.write("Payload/Weather.app/Info.plist", plist(with(key, value)));

        assertThat(AppPackage.inspect(packages.ipa("Weather.ipa")).platform().value())
                .isEqualTo(platform);
    }

    @Test
    void keepsVersionsAsTheTextsThatTheyAre() {
        packages.writeBinary(
                "Payload/Weather.app/Info.plist", iosPlist("com.example.weather", "01.0", "9223372036854775808"));

        AppPackage weather = AppPackage.inspect(packages.ipa("Weather.ipa"));

        assertThat(weather.version()).isEqualTo("01.0");
        assertThat(weather.buildNumber()).isEqualTo("9223372036854775808");
    }

    @Test
    void readsArchivesInTheLargeFormat() {
        packages.write("Payload/Weather.app/Info.plist", iosPlist("com.example.weather", "1", "2"));

        assertThat(AppPackage.inspect(packages.ipa("Weather.ipa", "-fz")).buildNumber())
                .isEqualTo("2");
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> values = new HashMap<>(Map.of(
                "CFBundleIdentifier", string("com.example.weather"),
                "CFBundleShortVersionString", string("1.0"),
                "CFBundleVersion", string("1")));
        values.put(key, value);
        return values;
    }
}
