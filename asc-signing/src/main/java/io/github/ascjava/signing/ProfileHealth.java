package io.github.ascjava.signing;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.provisioning.Certificate;
import io.github.ascjava.client.model.provisioning.Device;
import io.github.ascjava.client.model.provisioning.DeviceStatus;
import io.github.ascjava.client.model.provisioning.Profile;
import io.github.ascjava.client.model.provisioning.ProfileInclude;
import io.github.ascjava.client.model.provisioning.ProfileState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A profile and whatever keeps it from being used, today or soon.
 *
 * @param profile with what it includes: bundle ID, certificates and devices
 * @param problems in words, such as {@code expires 2026-12-24}; empty if there are none
 * @since 0.1.0
 */
public record ProfileHealth(Profile profile, List<String> problems) {

    /** Creates a value. */
    public ProfileHealth {
        problems = List.copyOf(problems);
    }

    static List<ProfileHealth> all(AppStoreConnect asc, Instant now, Instant soon) {
        List<ProfileHealth> all = new ArrayList<>();
        for (Profile profile : asc.profiles()
                .list(q -> q.include(ProfileInclude.BUNDLE_ID, ProfileInclude.CERTIFICATES, ProfileInclude.DEVICES)
                        .limit(ProfileInclude.CERTIFICATES, 50)
                        .limit(ProfileInclude.DEVICES, 50)
                        .limit(200))) {
            all.add(new ProfileHealth(profile, problems(asc, profile, now, soon)));
        }
        return all;
    }

    private static List<String> problems(AppStoreConnect asc, Profile profile, Instant now, Instant soon) {
        List<String> problems = new ArrayList<>();
        if (!ProfileState.ACTIVE.equals(profile.profileState())) {
            problems.add(String.valueOf(profile.profileState()));
        }
        // An expired profile stays ACTIVE (docs/live-service.md#expired-profiles-stay-active).
        expiry("", profile.expirationDate(), now, soon, problems);
        if (profile.bundleId().hasData() && profile.bundleId().id() == null) {
            problems.add("its identifier is gone");
        }
        List<Certificate> certificates = profile.certificates().isTruncated()
                ? asc.profiles().listCertificates(profile.id()).toList()
                : profile.certificates().included();
        if (certificates.isEmpty()) {
            problems.add("its certificates are revoked");
        }
        certificates.forEach(certificate ->
                expiry("certificate " + certificate.name() + " ", certificate.expirationDate(), now, soon, problems));
        // A response includes fifty devices at most; the profile's own list has them all.
        List<Device> devices = profile.devices().isTruncated()
                ? asc.profiles().listDevices(profile.id()).toList()
                : profile.devices().included();
        devices.stream()
                .filter(device -> DeviceStatus.DISABLED.equals(device.status()))
                .forEach(device -> problems.add("device " + device.name() + " is disabled"));
        return problems;
    }

    private static void expiry(
            String what, @Nullable OffsetDateTime date, Instant now, Instant soon, List<String> problems) {
        if (date == null || date.toInstant().isAfter(soon)) {
            return;
        }
        problems.add(what + (date.toInstant().isAfter(now) ? "expires " : "expired ") + date.toLocalDate());
    }
}
