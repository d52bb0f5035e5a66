package io.github.ascjava.testing.internal.behavior.provisioning;

/** The values of {@code BundleIdPlatform}. */
final class Platforms {

    static final String IOS = "IOS";
    static final String MAC_OS = "MAC_OS";
    static final String UNIVERSAL = "UNIVERSAL";

    private Platforms() {}
}
