package io.github.ascjava.testing.internal.behavior.provisioning;

import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ErrorKind;
import java.util.List;
import java.util.Set;

/**
 * What a profile of some type is made of.
 *
 * @param platform the platform that its resource shows
 * @param certificateTypes whose signatures it allows
 * @param deviceClasses what it may name, and must; empty if it is for no particular devices
 * @param appId what App IDs of another platform are told it is
 * @param purpose what a device list is refused for
 */
record ProfileType(
        String platform, Set<String> certificateTypes, Set<String> deviceClasses, String appId, String purpose) {

    private static final Set<String> DEVELOPMENT = Set.of("DEVELOPMENT", "IOS_DEVELOPMENT");
    private static final Set<String> MAC_DEVELOPMENT = Set.of("DEVELOPMENT", "MAC_APP_DEVELOPMENT");
    private static final Set<String> DISTRIBUTION = Set.of("DISTRIBUTION", "IOS_DISTRIBUTION");
    private static final Set<String> MAC_DISTRIBUTION = Set.of("DISTRIBUTION", "MAC_APP_DISTRIBUTION");
    private static final Set<String> DEVELOPER_ID = Set.of("DEVELOPER_ID_APPLICATION", "DEVELOPER_ID_APPLICATION_G2");
    private static final Set<String> IOS_DEVICES = Set.of("IPHONE", "IPAD", "IPOD", "APPLE_WATCH", "APPLE_VISION_PRO");
    private static final Set<String> TVS = Set.of("APPLE_TV");
    private static final Set<String> MACS = Set.of("MAC", "APPLE_SILICON_MAC", "INTEL_MAC");
    private static final Set<String> NONE = Set.of();

    static ProfileType of(String profileType) {
        return switch (profileType) {
            case "IOS_APP_DEVELOPMENT" -> ios(DEVELOPMENT, IOS_DEVICES);
            case "IOS_APP_ADHOC" -> ios(DISTRIBUTION, IOS_DEVICES);
            case "IOS_APP_STORE" -> ios(DISTRIBUTION, NONE);
            case "TVOS_APP_DEVELOPMENT" -> ios(DEVELOPMENT, TVS);
            case "TVOS_APP_ADHOC" -> ios(Set.of("DISTRIBUTION"), TVS);
            case "TVOS_APP_STORE" -> ios(Set.of("DISTRIBUTION"), NONE);
            case "MAC_APP_DEVELOPMENT", "MAC_CATALYST_APP_DEVELOPMENT" -> mac(MAC_DEVELOPMENT, MACS);
            case "MAC_APP_STORE", "MAC_CATALYST_APP_STORE" -> mac(MAC_DISTRIBUTION, NONE);
            case "MAC_APP_DIRECT" -> direct(DEVELOPER_ID);
            case "MAC_CATALYST_APP_DIRECT" -> direct(Set.of("DEVELOPER_ID_APPLICATION"));
            default ->
                // In-house profiles are for the Enterprise Program, and this team is in the other one.
                throw ErrorKind.FORBIDDEN.refusal(
                        "Your team is not enrolled in the Apple Developer Enterprise Program.");
        };
    }

    boolean allows(StoredResource certificate) {
        return certificateTypes.contains(certificate.text("certificateType"));
    }

    boolean names(StoredResource device) {
        return deviceClasses.contains(device.text("deviceClass"));
    }

    boolean fits(StoredResource bundleId) {
        String other = platform.equals(Platforms.IOS) ? Platforms.MAC_OS : Platforms.IOS;
        return !bundleId.text("platform").equals(other);
    }

    /** Refuses devices where there must be none, and their absence where there must be some. */
    void requireDevices(List<StoredResource> devices) {
        if (deviceClasses.isEmpty() && !devices.isEmpty()) {
            throw Refusals.relationshipNotAllowed(
                    "devices", "No devices can be associated to Provisioning Profiles for " + purpose + ".");
        }
        if (!deviceClasses.isEmpty() && devices.isEmpty()) {
            throw Refusals.relationshipRequired(
                    "devices", "There must be at least one device on the Provisioning Profile.");
        }
    }

    private static ProfileType ios(Set<String> certificateTypes, Set<String> deviceClasses) {
        return new ProfileType(Platforms.IOS, certificateTypes, deviceClasses, "iOS", "the App Store");
    }

    private static ProfileType mac(Set<String> certificateTypes, Set<String> deviceClasses) {
        return new ProfileType(Platforms.MAC_OS, certificateTypes, deviceClasses, "macOS", "the App Store");
    }

    private static ProfileType direct(Set<String> certificateTypes) {
        return new ProfileType(Platforms.MAC_OS, certificateTypes, NONE, "macOS", "direct distribution");
    }
}
