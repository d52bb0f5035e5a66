package io.github.ascjava.signing;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.provisioning.BundleId;
import io.github.ascjava.client.model.provisioning.Certificate;
import io.github.ascjava.client.model.provisioning.Profile;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of {@link Signing#ensure}: reads everything, checks whether it can succeed, and then makes what is missing. */
final class Ensure {

    private final Consumer<String> listener;
    private final EnsureRequest request;
    private final SigningFiles files;
    private final ProfileRules rules;
    private final KeptKeys kept;
    private final CertificateStep certificates;
    private final ProfileStep profiles;
    private final ValidCertificates valid;
    private final BundleIdStep bundleIds;

    Ensure(AppStoreConnect asc, Clock clock, Consumer<String> listener, EnsureRequest request, SigningFiles files) {
        this.listener = listener;
        this.request = request;
        this.files = files;
        this.rules = ProfileRules.of(request.profileType());
        this.kept = new KeptKeys(files);
        this.certificates = new CertificateStep(asc, clock, kept, request.key(), rules.certificateType(), listener);
        this.profiles = new ProfileStep(asc, clock);
        this.valid = new ValidCertificates(asc, clock);
        this.bundleIds = new BundleIdStep(asc, listener, request);
    }

    EnsuredAssets run() throws IOException {
        if (rules.needsDeveloperId()) {
            requireDeveloperIdKey();
        }
        Optional<BundleId> existing = bundleIds.find();
        List<Certificate> issued = valid.of(rules);
        List<String> devices = profiles.devices(rules);
        List<Profile> named = profiles.named(request.profileName());
        if (rules.takesDevices() && devices.isEmpty()) {
            throw new SigningException(rules.noDevice());
        }
        Optional<Certificate> found = certificates.find(issued);
        if (found.isEmpty() && rules.needsDeveloperId()) {
            throw new SigningException(
                    "Apple lists no valid Developer ID certificate for the key that is kept. " + developerId());
        }

        BundleId bundleId = existing.isPresent() ? existing.get() : bundleIds.create(rules.platform());
        boolean isChanged = bundleIds.addCapabilities(bundleId);
        String certificateId = (found.isPresent() ? found.get() : certificates.create(issued)).id();
        Optional<Profile> fitting = named.stream()
                .filter(each -> !isChanged && profiles.fits(each, certificateId, devices))
                .findFirst();
        Profile profile =
                fitting.isPresent() ? fitting.get() : replace(named, existing, bundleId, certificateId, devices);
        return new EnsuredAssets(bundleId, certificateId, profile, written(profile));
    }

    private void requireDeveloperIdKey() throws IOException {
        if (request.key() == null && kept.keys(rules.certificateType()).isEmpty()) {
            throw new SigningException(developerId());
        }
    }

    private static String developerId() {
        return "Developer ID certificates can be made by the Account Holder only, on the website (Certificates,"
                + " Identifiers & Profiles), and an API key never has that role. Create a request with \"asc signing"
                + " request DEVELOPER_ID_APPLICATION\", let the Account Holder upload it, and import the certificate"
                + " with \"asc signing import\".";
    }

    private Profile replace(
            List<Profile> named,
            Optional<BundleId> existing,
            BundleId bundleId,
            String certificateId,
            List<String> devices) {
        List<Profile> hidden = named.isEmpty() && existing.isPresent()
                ? profiles.unlisted(bundleId.id(), request.profileName())
                : List.of();
        List<Profile> old = Stream.concat(named.stream(), hidden.stream()).toList();
        old.forEach(profiles::delete);
        Profile created = profiles.create(
                request.profileName(), request.profileType(), bundleId.id(), List.of(certificateId), devices);
        listener.accept("Made the profile " + request.profileName() + (old.isEmpty() ? "." : " anew."));
        return created;
    }

    private @Nullable String written(Profile profile) throws IOException {
        return files.isReadOnly() ? null : ProfileFiles.write(files, profile);
    }
}
