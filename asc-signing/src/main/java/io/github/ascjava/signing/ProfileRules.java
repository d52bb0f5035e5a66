package io.github.ascjava.signing;

import io.github.ascjava.client.model.provisioning.BundleIdPlatform;
import io.github.ascjava.client.model.provisioning.Certificate;
import io.github.ascjava.client.model.provisioning.CertificateType;
import io.github.ascjava.client.model.provisioning.Device;
import io.github.ascjava.client.model.provisioning.DeviceClass;
import io.github.ascjava.client.model.provisioning.ProfileType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a type of provisioning profile needs: Apple publishes no table, and rejects what does not fit
 * (docs/live-service.md#profile-types-and-their-certificates).
 *
 * <p>Immutable and thread-safe.
 *
 * @param profileType the type of profile
 * @param certificateType the type of certificate to request for it
 * @param certificateTypes the types of certificate that it can hold
 * @param deviceClasses the classes of the devices to list in it, at least one device; empty if it must list none
 * @since 0.1.0
 */
public record ProfileRules(
        ProfileType profileType,
        CertificateType certificateType,
        Set<CertificateType> certificateTypes,
        Set<DeviceClass> deviceClasses) {

    private static final Set<DeviceClass> HANDHELD = Set.of(
            DeviceClass.IPHONE,
            DeviceClass.IPAD,
            DeviceClass.IPOD,
            DeviceClass.APPLE_WATCH,
            DeviceClass.APPLE_VISION_PRO);
    private static final Set<DeviceClass> TELEVISION = Set.of(DeviceClass.APPLE_TV);
    private static final Set<DeviceClass> MAC =
            Set.of(DeviceClass.MAC, DeviceClass.of("APPLE_SILICON_MAC"), DeviceClass.of("INTEL_MAC"));

    private static final Map<ProfileType, ProfileRules> BY_TYPE = Map.ofEntries(
            row(ProfileType.IOS_APP_DEVELOPMENT, HANDHELD, "DEVELOPMENT", "IOS_DEVELOPMENT"),
            row(ProfileType.IOS_APP_ADHOC, HANDHELD, "DISTRIBUTION", "IOS_DISTRIBUTION"),
            row(ProfileType.IOS_APP_STORE, Set.of(), "DISTRIBUTION", "IOS_DISTRIBUTION"),
            row(ProfileType.TVOS_APP_DEVELOPMENT, TELEVISION, "DEVELOPMENT", "IOS_DEVELOPMENT"),
            row(ProfileType.TVOS_APP_ADHOC, TELEVISION, "DISTRIBUTION"),
            row(ProfileType.TVOS_APP_STORE, Set.of(), "DISTRIBUTION"),
            row(ProfileType.MAC_APP_DEVELOPMENT, MAC, "DEVELOPMENT", "MAC_APP_DEVELOPMENT"),
            row(ProfileType.MAC_APP_STORE, Set.of(), "DISTRIBUTION", "MAC_APP_DISTRIBUTION"),
            row(ProfileType.MAC_APP_DIRECT, Set.of(), "DEVELOPER_ID_APPLICATION", "DEVELOPER_ID_APPLICATION_G2"),
            row(ProfileType.MAC_CATALYST_APP_DEVELOPMENT, MAC, "DEVELOPMENT", "MAC_APP_DEVELOPMENT"),
            row(ProfileType.MAC_CATALYST_APP_STORE, Set.of(), "DISTRIBUTION", "MAC_APP_DISTRIBUTION"),
            row(ProfileType.MAC_CATALYST_APP_DIRECT, Set.of(), "DEVELOPER_ID_APPLICATION"));

    /** Creates rules. */
    public ProfileRules {
        certificateTypes = Set.copyOf(certificateTypes);
        deviceClasses = Set.copyOf(deviceClasses);
    }

    /** Returns the types of profile whose rules are known, sorted; those of the Enterprise Program are not. */
    public static List<ProfileType> types() {
        return BY_TYPE.keySet().stream()
                .sorted(Comparator.comparing(ProfileType::value))
                .toList();
    }

    /**
     * Returns what a type of profile needs.
     *
     * @throws SigningException if it is none of {@link #types}
     */
    public static ProfileRules of(ProfileType type) {
        ProfileRules rules = BY_TYPE.get(type);
        if (rules == null) {
            throw new SigningException(
                    "What profiles of the type " + type + " need is not known; known are " + types() + ".");
        }
        return rules;
    }

    /** Returns whether the profile lists devices. */
    public boolean takesDevices() {
        return !deviceClasses.isEmpty();
    }

    /** Returns whether the profile can list a device; one whose class Apple has not told yet, it cannot. */
    public boolean takes(Device device) {
        return device.deviceClass() != null && deviceClasses.contains(device.deviceClass());
    }

    /** Returns whether the profile can hold a certificate. */
    public boolean accepts(Certificate certificate) {
        return certificate.certificateType() != null && certificateTypes.contains(certificate.certificateType());
    }

    /** Returns whether its certificates are made by the Account Holder on the website only. */
    public boolean needsDeveloperId() {
        return certificateType.equals(CertificateType.DEVELOPER_ID_APPLICATION);
    }

    /** Returns the platform to request when a bundle ID is created for it. */
    public BundleIdPlatform platform() {
        return profileType.value().startsWith("MAC") ? BundleIdPlatform.MAC_OS : BundleIdPlatform.IOS;
    }

    /**
     * Returns why a profile of certificates and devices would be rejected; empty if it would not. Each entry is a sentence
     * with the next step.
     */
    public List<String> problems(List<Certificate> certificates, List<Device> devices) {
        List<String> problems = new ArrayList<>();
        if (certificates.isEmpty()) {
            problems.add("A profile of the type " + profileType + " needs a certificate of the type "
                    + sorted(certificateTypes) + ".");
        }
        certificates.stream()
                .filter(each -> !accepts(each))
                .forEach(each -> problems.add("The certificate " + each.name() + " is of the type "
                        + each.certificateType() + "; a profile of the type " + profileType + " takes "
                        + sorted(certificateTypes) + "."));
        if (takesDevices() && devices.isEmpty()) {
            problems.add(noDevice());
        }
        devices.stream()
                .filter(each -> !takes(each))
                .forEach(each -> problems.add("The device " + each.name() + " is of the class " + each.deviceClass()
                        + "; a profile of the type " + profileType + " takes "
                        + (takesDevices() ? sorted(deviceClasses) : "no devices") + "."));
        return problems;
    }

    String noDevice() {
        return "A profile of the type " + profileType + " needs at least one enabled device of the class "
                + sorted(deviceClasses) + ", and there is none; register one first.";
    }

    private static String sorted(Set<?> values) {
        Set<String> texts = new TreeSet<>();
        values.forEach(each -> texts.add(each.toString()));
        return String.join(" or ", texts);
    }

    private static Map.Entry<ProfileType, ProfileRules> row(
            ProfileType type, Set<DeviceClass> devices, String... certificates) {
        List<CertificateType> types =
                List.of(certificates).stream().map(CertificateType::of).toList();
        return Map.entry(type, new ProfileRules(type, types.get(0), Set.copyOf(types), devices));
    }
}
