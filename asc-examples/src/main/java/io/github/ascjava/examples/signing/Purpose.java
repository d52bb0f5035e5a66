package io.github.ascjava.examples.signing;

import io.github.ascjava.client.model.provisioning.BundleIdPlatform;
import io.github.ascjava.client.model.provisioning.CertificateType;
import io.github.ascjava.client.model.provisioning.Device;
import io.github.ascjava.client.model.provisioning.DeviceClass;
import io.github.ascjava.client.model.provisioning.ProfileType;
import io.github.ascjava.examples.cli.FailedException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a type of profile needs (docs/live-service.md#profile-types-and-their-certificates).
 *
 * @param certificateType the type of certificate to make for it
 * @param accepted the types of certificate that it can hold
 * @param deviceClasses the classes of the devices to list in it; empty if it must list none
 */
record Purpose(CertificateType certificateType, Set<CertificateType> accepted, Set<DeviceClass> deviceClasses) {

    private static final Set<DeviceClass> HANDHELD = Set.of(
            DeviceClass.IPHONE,
            DeviceClass.IPAD,
            DeviceClass.IPOD,
            DeviceClass.APPLE_WATCH,
            DeviceClass.APPLE_VISION_PRO);
    private static final Set<DeviceClass> TELEVISION = Set.of(DeviceClass.APPLE_TV);
    private static final Set<DeviceClass> MAC =
            Set.of(DeviceClass.MAC, DeviceClass.of("APPLE_SILICON_MAC"), DeviceClass.of("INTEL_MAC"));

    private static final Purpose DEVELOPMENT_ON_HANDHELD =
            new Purpose(CertificateType.DEVELOPMENT, types("DEVELOPMENT", "IOS_DEVELOPMENT"), HANDHELD);
    private static final Purpose AD_HOC_ON_HANDHELD =
            new Purpose(CertificateType.DISTRIBUTION, types("DISTRIBUTION", "IOS_DISTRIBUTION"), HANDHELD);
    private static final Purpose STORE =
            new Purpose(CertificateType.DISTRIBUTION, types("DISTRIBUTION", "IOS_DISTRIBUTION"), Set.of());
    private static final Purpose DEVELOPMENT_ON_MAC =
            new Purpose(CertificateType.DEVELOPMENT, types("DEVELOPMENT", "MAC_APP_DEVELOPMENT"), MAC);
    private static final Purpose MAC_STORE =
            new Purpose(CertificateType.DISTRIBUTION, types("DISTRIBUTION", "MAC_APP_DISTRIBUTION"), Set.of());

    private static final Map<ProfileType, Purpose> BY_TYPE = Map.ofEntries(
            Map.entry(ProfileType.IOS_APP_DEVELOPMENT, DEVELOPMENT_ON_HANDHELD),
            Map.entry(ProfileType.IOS_APP_ADHOC, AD_HOC_ON_HANDHELD),
            Map.entry(ProfileType.IOS_APP_STORE, STORE),
            Map.entry(
                    ProfileType.TVOS_APP_DEVELOPMENT,
                    new Purpose(CertificateType.DEVELOPMENT, types("DEVELOPMENT", "IOS_DEVELOPMENT"), TELEVISION)),
            Map.entry(
                    ProfileType.TVOS_APP_ADHOC,
                    new Purpose(CertificateType.DISTRIBUTION, types("DISTRIBUTION"), TELEVISION)),
            Map.entry(
                    ProfileType.TVOS_APP_STORE,
                    new Purpose(CertificateType.DISTRIBUTION, types("DISTRIBUTION"), Set.of())),
            Map.entry(ProfileType.MAC_APP_DEVELOPMENT, DEVELOPMENT_ON_MAC),
            Map.entry(ProfileType.MAC_CATALYST_APP_DEVELOPMENT, DEVELOPMENT_ON_MAC),
            Map.entry(ProfileType.MAC_APP_STORE, MAC_STORE),
            Map.entry(ProfileType.MAC_CATALYST_APP_STORE, MAC_STORE));

    /** The types of profile that this program makes. */
    static final List<ProfileType> TYPES = BY_TYPE.keySet().stream()
            .sorted(Comparator.comparing(ProfileType::value))
            .toList();

    /**
     * Returns what a type of profile needs.
     *
     * @throws FailedException if no API key can make what it needs, or the type is unknown
     */
    static Purpose of(ProfileType type) {
        Purpose purpose = BY_TYPE.get(type);
        if (purpose == null) {
            throw new FailedException("This program makes no profiles of the type " + type + "; it knows "
                    + TYPES
                    + ". Developer ID certificates can be made by the Account Holder only, on the website.");
        }
        return purpose;
    }

    boolean takesDevices() {
        return !deviceClasses.isEmpty();
    }

    /** Returns whether a profile of this kind lists the device; one whose class Apple has not told yet, it does not. */
    boolean takes(Device device) {
        return device.deviceClass() != null && deviceClasses.contains(device.deviceClass());
    }

    /** The platform to ask for when an identifier is made. */
    BundleIdPlatform platform() {
        return deviceClasses.equals(MAC) || accepted.contains(CertificateType.MAC_APP_DISTRIBUTION)
                ? BundleIdPlatform.MAC_OS
                : BundleIdPlatform.IOS;
    }

    private static Set<CertificateType> types(String... values) {
        return Set.copyOf(List.of(values).stream().map(CertificateType::of).toList());
    }
}
