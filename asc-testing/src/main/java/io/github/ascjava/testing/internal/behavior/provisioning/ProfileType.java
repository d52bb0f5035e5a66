package io.github.ascjava.testing.internal.behavior.provisioning;

import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorKind;
import java.util.List;
import java.util.Set;

/**
 * What a profile of one type consists of.
 *
 * @param platform the platform in the profile's attributes
 * @param certificateTypes the types of certificates that it accepts
 * @param deviceClasses the device classes that it accepts, at least one device being required; empty if it contains no
 *     devices
 * @param appId the name of the platform in the error about App IDs of another platform
 * @param purpose the purpose named in the error about unexpected devices
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
                // In-house profiles need the Enterprise Program, which this team is not enrolled in.
                throw ErrorKind.FORBIDDEN.refusal(
                        "Your team is not enrolled in the Apple Developer Enterprise Program.");
        };
    }

    /** Returns whether the team can have profiles of a type. */
    static boolean exists(String profileType) {
        try {
            of(profileType);
            return true;
        } catch (ApiErrorException e) {
            return false;
        }
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

    /** Rejects devices in a profile without devices, and their absence in any other profile. */
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
