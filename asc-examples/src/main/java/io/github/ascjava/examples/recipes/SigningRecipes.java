package io.github.ascjava.examples.recipes;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.jsonapi.ResourceIdentifier;
import io.github.ascjava.client.model.provisioning.BundleIdPlatform;
import io.github.ascjava.client.model.provisioning.Certificate;
import io.github.ascjava.client.model.provisioning.CertificateType;
import io.github.ascjava.client.model.provisioning.Device;
import io.github.ascjava.client.model.provisioning.Profile;
import io.github.ascjava.client.model.provisioning.ProfileCreate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Certificates, profiles and devices. */
public final class SigningRecipes {

    private final AppStoreConnect asc;

    /** Creates the recipes for a client. */
    public SigningRecipes(AppStoreConnect asc) {
        this.asc = asc;
    }

    /** Creates a new certificate, moves all profiles of the old one to it, and revokes the old one. */
    public Certificate rotateCertificate(String oldCertificateId, String certificateSigningRequest) {
        CertificateType type = Objects.requireNonNull(
                asc.certificates().get(oldCertificateId).execute().certificateType());
        Certificate created = asc.certificates()
                .create(b -> b.certificateType(type).csrContent(certificateSigningRequest))
                .execute();
        for (Profile profile : asc.profiles().list(q -> q.limit(200)).toList()) {
            Set<String> certificates = asc.profiles().listCertificateIds(profile.id()).stream()
                    .map(ResourceIdentifier::id)
                    .collect(Collectors.toCollection(HashSet::new));
            if (certificates.remove(oldCertificateId)) {
                certificates.add(created.id());
                replaceProfile(profile, certificates);
            }
        }
        asc.certificates().delete(oldCertificateId).execute();
        return created;
    }

    /** Replaces a profile by one with other certificates: Apple allows no changes to a profile. */
    public Profile replaceProfile(Profile old, Collection<String> certificateIds) {
        ProfileCreate.Builder replacement = ProfileCreate.builder()
                .name(Objects.requireNonNull(old.name()))
                .profileType(Objects.requireNonNull(old.profileType()))
                .bundleId(asc.profiles().getBundleId(old.id()).execute().orElseThrow())
                .certificates(certificateIds);
        List<String> devices =
                asc.profiles().listDevices(old.id()).stream().map(Device::id).toList();
        if (!devices.isEmpty()) { // App Store profiles have none
            replacement.devices(devices);
        }
        ProfileCreate body = replacement.build();
        asc.profiles().delete(old.id()).execute(); // first: two profiles of one name block each other
        return asc.profiles().create(body).execute();
    }

    /** Registers a device unless it is registered already. */
    public Device registerDevice(String name, String udid) {
        return asc.devices().list(q -> q.filterUdid(udid)).stream()
                .findFirst()
                .orElseGet(() -> asc.devices()
                        .create(b -> b.name(name).udid(udid).platform(BundleIdPlatform.IOS))
                        .execute());
    }

    /** Writes a profile where Xcode and codesign can use it. */
    public Path downloadProfile(String profileId, Path folder) throws IOException {
        Profile profile = asc.profiles().get(profileId).execute();
        Path file = folder.resolve(profile.uuid() + ".mobileprovision");
        return Files.write(file, Base64.getDecoder().decode(Objects.requireNonNull(profile.profileContent())));
    }
}
