package io.github.ascjava.signing;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.client.jsonapi.ResourceIdentifier;
import io.github.ascjava.client.jsonapi.ToMany;
import io.github.ascjava.client.model.provisioning.Device;
import io.github.ascjava.client.model.provisioning.DeviceStatus;
import io.github.ascjava.client.model.provisioning.Profile;
import io.github.ascjava.client.model.provisioning.ProfileCreate;
import io.github.ascjava.client.model.provisioning.ProfileInclude;
import io.github.ascjava.client.model.provisioning.ProfileState;
import io.github.ascjava.client.model.provisioning.ProfileType;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Finds profiles that still fit, and replaces those that do not: Apple has no way to change one. */
final class ProfileStep {

    private final AppStoreConnect asc;
    private final Clock clock;

    ProfileStep(AppStoreConnect asc, Clock clock) {
        this.asc = asc;
        this.clock = clock;
    }

    /**
     * Returns the profiles of a name, with their certificates and devices. The filter matches longer names as well. Without a
     * limit, all devices are included (docs/live-service.md#included-lists-are-truncated).
     */
    List<Profile> named(String name) {
        return asc
                .profiles()
                .list(q -> q.filterName(name)
                        .include(ProfileInclude.CERTIFICATES, ProfileInclude.DEVICES)
                        .limit(200))
                .stream()
                .filter(profile -> name.equals(profile.name()))
                .toList();
    }

    /** Returns the IDs of the devices that a type of profile lists and that can be used today. */
    List<String> devices(ProfileRules rules) {
        if (!rules.takesDevices()) {
            return List.of();
        }
        return asc.devices().list(q -> q.filterStatus(DeviceStatus.ENABLED).limit(200)).stream()
                .filter(rules::takes)
                .map(Device::id)
                .toList();
    }

    /** Returns whether a profile is valid, holds a certificate and lists exactly some devices. */
    boolean fits(Profile profile, String certificateId, Collection<String> devices) {
        boolean isValid = ProfileState.ACTIVE.equals(profile.profileState())
                && profile.expirationDate() != null
                && profile.expirationDate().toInstant().isAfter(clock.instant());
        return isValid
                && ids(profile.certificates(), () -> asc.profiles().listCertificateIds(profile.id(), q -> q.limit(200)))
                        .contains(certificateId)
                && ids(profile.devices(), () -> asc.profiles().listDeviceIds(profile.id(), q -> q.limit(200)))
                        .equals(new HashSet<>(devices));
    }

    /**
     * Returns the profiles of a name that the general list hides because they have expired
     * (docs/live-service.md#expired-profiles-are-unlisted).
     */
    List<Profile> unlisted(String bundleId, String name) {
        return asc.bundleIds().listProfiles(bundleId).stream()
                .filter(profile -> name.equals(profile.name()))
                .toList();
    }

    /** Two profiles of one name block further ones (docs/live-service.md#profile-names-block-creation). */
    void delete(Profile profile) {
        asc.profiles().delete(profile.id()).execute();
    }

    Profile create(
            String name, ProfileType type, String bundleId, List<String> certificateIds, List<String> deviceIds) {
        ProfileCreate.Builder profile = ProfileCreate.builder()
                .name(name)
                .profileType(type)
                .bundleId(bundleId)
                .certificates(certificateIds);
        if (!deviceIds.isEmpty()) {
            profile.devices(deviceIds);
        }
        return asc.profiles().create(profile.build()).execute();
    }

    private static <R extends Resource> Set<String> ids(
            ToMany<R> included, Supplier<? extends Iterable<ResourceIdentifier>> all) {
        if (included.hasData() && !included.isTruncated()) {
            return Set.copyOf(included.ids());
        }
        Set<String> ids = new HashSet<>();
        all.get().forEach(identifier -> ids.add(identifier.id()));
        return ids;
    }
}
