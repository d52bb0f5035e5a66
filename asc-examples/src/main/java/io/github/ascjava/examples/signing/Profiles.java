package io.github.ascjava.examples.signing;

import io.github.ascjava.client.jsonapi.ResourceIdentifier;
import io.github.ascjava.client.model.provisioning.BundleId;
import io.github.ascjava.client.model.provisioning.Device;
import io.github.ascjava.client.model.provisioning.DeviceStatus;
import io.github.ascjava.client.model.provisioning.Profile;
import io.github.ascjava.client.model.provisioning.ProfileCreate;
import io.github.ascjava.client.model.provisioning.ProfileState;
import io.github.ascjava.client.model.provisioning.ProfileType;
import io.github.ascjava.examples.cli.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds profiles that still fit, and makes those that do not anew: Apple has no way to change one. */
final class Profiles {

    private final Session session;
    private final Consumer<String> tell;

    /**
     * Makes the job.
     *
     * @param tell is told what was done
     */
    Profiles(Session session, Consumer<String> tell) {
        this.session = session;
        this.tell = tell;
    }

    Profile ensure(String identifier, ProfileType type, Purpose purpose, BundleId bundleId, String certificateId) {
        String name = identifier + " " + type;
        List<String> devices = purpose.takesDevices() ? devices(purpose) : List.of();
        Optional<Profile> existing = session
                .asc()
                .profiles()
                .list(q -> q.filterName(name).limit(200))
                .stream()
                .filter(profile -> name.equals(profile.name()))
                .findFirst();
        if (existing.isPresent() && fits(existing.get(), certificateId, devices)) {
            return existing.get();
        }
        // Two profiles of one name block further ones (docs/live-service.md#profile-names-block-creation).
        existing.ifPresent(
                profile -> session.asc().profiles().delete(profile.id()).execute());
        Profile created = create(name, type, bundleId.id(), List.of(certificateId), devices);
        tell.accept("Made the profile " + name + (existing.isPresent() ? " anew." : "."));
        return created;
    }

    /** Makes a profile. */
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
        return session.asc().profiles().create(profile.build()).execute();
    }

    /** Returns the ids of the devices of a kind that can be used today. */
    List<String> devices(Purpose purpose) {
        return session
                .asc()
                .devices()
                .list(q -> q.filterStatus(DeviceStatus.ENABLED).limit(200))
                .stream()
                .filter(purpose::takes)
                .map(Device::id)
                .toList();
    }

    private boolean fits(Profile profile, String certificateId, List<String> devices) {
        boolean isValid = ProfileState.ACTIVE.equals(profile.profileState())
                && profile.expirationDate() != null
                && profile.expirationDate().toInstant().isAfter(session.clock().instant());
        return isValid
                && ids(session.asc().profiles().listCertificateIds(profile.id()))
                        .contains(certificateId)
                && ids(session.asc().profiles().listDeviceIds(profile.id())).equals(new HashSet<>(devices));
    }

    private static Set<String> ids(Iterable<ResourceIdentifier> identifiers) {
        Set<String> ids = new HashSet<>();
        identifiers.forEach(identifier -> ids.add(identifier.id()));
        return ids;
    }
}
