package io.github.ascjava.uploads.internal.packages;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the platform of an app in its property list. */
final class Platforms {

    private static final int TV = 3;
    private static final int VISION = 7;

    private Platforms() {}

    /** Each build tool writes some of these keys, so the exact ones are tried first. */
    static TargetPlatform of(InfoPlist plist, String place) throws UnreadablePackageException {
        for (String key : List.of("CFBundleSupportedPlatforms", "DTPlatformName")) {
            for (String name : plist.texts(key)) {
                TargetPlatform platform = named(name);
                if (platform != null) {
                    return platform;
                }
            }
        }
        List<Integer> families = plist.integers("UIDeviceFamily");
        if (families.contains(TV)) {
            return TargetPlatform.TV_OS;
        }
        if (families.equals(List.of(VISION))) {
            return TargetPlatform.VISION_OS;
        }
        if (!families.isEmpty()) {
            return TargetPlatform.IOS;
        }
        if (plist.text("LSMinimumSystemVersion") != null) {
            return TargetPlatform.MAC_OS;
        }
        throw new UnreadablePackageException("names no platform in " + Names.excerpt(place)
                + ": CFBundleSupportedPlatforms, DTPlatformName and UIDeviceFamily are missing or unknown; build the app"
                + " with Xcode");
    }

    private static @Nullable TargetPlatform named(String name) throws UnreadablePackageException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("simulator")) {
            throw new UnreadablePackageException("was built for a simulator (" + Names.excerpt(name)
                    + "); archive the app for devices and export it again");
        }
        return switch (lower) {
            case "iphoneos", "watchos" -> TargetPlatform.IOS;
            case "appletvos" -> TargetPlatform.TV_OS;
            case "xros" -> TargetPlatform.VISION_OS;
            case "macosx" -> TargetPlatform.MAC_OS;
            default -> null;
        };
    }

    /** Apps for macOS have a key of their own. */
    static @Nullable String minimumSystem(InfoPlist plist) throws UnreadablePackageException {
        String mobile = plist.text("MinimumOSVersion");
        return mobile != null ? mobile : plist.text("LSMinimumSystemVersion");
    }
}
