package io.github.ascjava.testing.internal.behavior.provisioning;

import io.github.ascjava.testing.internal.behavior.common.RuleTable;
import io.github.ascjava.testing.internal.behavior.common.RuleTable.Row;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a profile of one type consists of, by {@code profile-types.txt}.
 *
 * @param row of the table
 */
record ProfileType(Row row) {

    private static final Map<String, ProfileType> ALL = RuleTable.read(ProfileType.class, "profile-types.txt").stream()
            .collect(Collectors.toMap(row -> row.cell("type"), ProfileType::new));

    static ProfileType of(String profileType) {
        ProfileType type = ALL.get(profileType);
        if (type == null) {
            throw Errors.refusal("profiles.enterprise");
        }
        return type;
    }

    /** Returns whether the team can have profiles of a type. */
    static boolean exists(String profileType) {
        return ALL.containsKey(profileType);
    }

    String platform() {
        return row.cell("platform");
    }

    boolean allows(StoredResource certificate) {
        return row.words("certificates").contains(certificate.text("certificateType"));
    }

    boolean names(StoredResource device) {
        return row.words("devices").contains(device.text("deviceClass"));
    }

    /** Rejects an App ID of another platform. */
    void requireFits(StoredResource bundleId) {
        String other = platform().equals(Platforms.IOS) ? Platforms.MAC_OS : Platforms.IOS;
        if (bundleId.text("platform").equals(other)) {
            throw Errors.refusal("profiles.platform", row.cell("app"), bundleId.id());
        }
    }

    /** Rejects devices in a profile without devices, and their absence in any other profile. */
    void requireDevices(List<StoredResource> devices) {
        boolean takesNone = row.cell("devices").equals("-");
        if (takesNone && !devices.isEmpty()) {
            throw Errors.refusal("profiles.devices", row.cell("purpose"));
        }
        if (!takesNone && devices.isEmpty()) {
            throw Errors.refusal("profiles.no-device");
        }
    }
}
