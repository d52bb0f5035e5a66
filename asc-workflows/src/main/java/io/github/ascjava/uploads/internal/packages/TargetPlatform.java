package io.github.ascjava.uploads.internal.packages;

/** The platform that an app is built for, named as in the App Store Connect API. */
public enum TargetPlatform {
    IOS,
    MAC_OS,
    TV_OS,
    VISION_OS
}
