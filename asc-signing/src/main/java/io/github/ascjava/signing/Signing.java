package io.github.ascjava.signing;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.provisioning.Certificate;
import io.github.ascjava.client.model.provisioning.Profile;
import io.github.ascjava.client.model.provisioning.ProfileType;
import io.github.ascjava.signing.internal.CertificateReader;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Certificates, bundle IDs, profiles and devices at Apple: what an app needs in order to be signed.
 *
 * <pre>{@code
 * try (SigningFolder folder = SigningFolder.open(Path.of("signing"))) {
 *     EnsuredAssets assets = Signing.of(asc)
 *             .ensure(EnsureRequest.of("com.example.app", ProfileType.IOS_APP_STORE), folder);
 *     System.out.println(assets.profileFile());
 * }
 * }</pre>
 *
 * <p>Everything is read before anything is written, and nothing is revoked by itself. Individual keys cannot use
 * provisioning; the client says so before it sends anything. Calls throw {@link
 * io.github.ascjava.client.error.AscException}s as in {@link io.github.ascjava.client.call.ApiCall#execute}.
 *
 * <p>"Now" is that of the clock in the client's options. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Signing {

    private final AppStoreConnect asc;
    private final Clock clock;
    private final Consumer<String> listener;

    private Signing(AppStoreConnect asc, Clock clock, Consumer<String> listener) {
        this.asc = asc;
        this.clock = clock;
        this.listener = listener;
    }

    /** Returns the signing assets of a client, which is not closed with them. */
    public static Signing of(AppStoreConnect asc) {
        Clock clock = Objects.requireNonNullElseGet(asc.options().clock(), Clock::systemUTC);
        return new Signing(asc, clock, change -> {});
    }

    /** Returns the same with a listener that is told each change at Apple, in a sentence, once it has happened. */
    public Signing withListener(Consumer<String> newListener) {
        return new Signing(asc, clock, newListener);
    }

    /**
     * Makes what is missing of bundle ID, capabilities, key, certificate and profile, and keeps key, certificate and profile
     * in a place. If all is there, that is four requests at most, as long as the team has no more than 200 devices.
     *
     * <p>A key is in the place before its request is sent, so that a run that was interrupted is completed by the next one,
     * and no certificate is requested twice. A profile that no longer fits is deleted and created again: it gets a new ID.
     *
     * @param files a read-only place is for clients that only show what they would send: nothing is kept then
     * @throws CertificateLimitException if Apple issues no further certificate of the type
     * @throws SigningException if nothing can be made: a profile type without rules, no device for it, or a Developer ID
     *     certificate, which no API key can create, and whose key is not in the place
     * @throws IOException if a file cannot be read or written
     */
    public EnsuredAssets ensure(EnsureRequest request, SigningFiles files) throws IOException {
        return new Ensure(asc, clock, listener, request, files).run();
    }

    /**
     * Returns all profiles that Apple lists, with what keeps them from being used.
     *
     * @param soon what expires within this time is a problem too
     */
    public List<ProfileHealth> health(Duration soon) {
        Instant now = clock.instant();
        return ProfileHealth.all(asc, now, now.plus(soon));
    }

    /**
     * Replaces a profile by a new one of the same name and type, with all valid certificates and all enabled devices that
     * the type takes. The new one has another ID. Everything is known before the old one is deleted.
     *
     * @param old with its bundle ID, such as {@link #health} returns it
     * @throws SigningException if the profile must be left as it is
     */
    public Profile renew(Profile old) {
        ProfileType type = old.profileType();
        if (type == null) {
            throw leftAlone(old, "Apple does not say of which type it is.");
        }
        ProfileRules rules = ProfileRules.of(type);
        String bundleId = old.bundleId().id();
        if (bundleId == null) {
            throw leftAlone(old, "its identifier is gone.");
        }
        List<String> certificates = new ValidCertificates(asc, clock)
                .accepted(rules).stream().map(Certificate::id).toList();
        if (certificates.isEmpty()) {
            throw leftAlone(old, "there is no valid certificate for it. Make one with: asc signing ensure");
        }
        ProfileStep step = new ProfileStep(asc, clock);
        List<String> devices = step.devices(rules);
        if (rules.takesDevices() && devices.isEmpty()) {
            throw leftAlone(old, rules.noDevice());
        }
        step.delete(old);
        return step.create(String.valueOf(old.name()), type, bundleId, certificates, devices);
    }

    /**
     * Writes a profile to a place; one of another name with the same file name keeps its file.
     *
     * @return how to name the file in a message, such as its path
     * @throws SigningException if Apple sent no content, as for some invalid profiles
     * @throws IOException if the file cannot be written
     */
    public String write(Profile profile, SigningFiles files) throws IOException {
        return ProfileFiles.write(files, profile);
    }

    /**
     * Writes all profiles that Apple lists and their certificates to a place; certificates as {@code <ID>.cer}.
     *
     * @return how to name the files in a message
     * @throws IOException if a file cannot be written
     */
    public Download download(SigningFiles files) throws IOException {
        List<String> written = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (Profile each : asc.profiles().list(q -> q.limit(200))) {
            try {
                written.add(ProfileFiles.write(files, each));
            } catch (SigningException e) {
                skipped.add(String.valueOf(e.getMessage()));
            }
        }
        for (Certificate each : asc.certificates().list(q -> q.limit(200))) {
            byte[] content = CertificateReader.bytes(each.certificateContent())
                    .filter(bytes -> CertificateReader.find(bytes).isPresent())
                    .orElse(null);
            if (content == null) {
                skipped.add("Apple's response holds no content of the certificate " + each.name() + ".");
            } else {
                files.write(each.id() + ".cer", content);
                written.add(files.describe(each.id() + ".cer"));
            }
        }
        return new Download(written, skipped);
    }

    /**
     * Returns what revoking some certificates would break; nothing is revoked.
     *
     * @param certificateIds IDs at Apple, 10 characters each
     * @throws SigningException if there is no certificate of an ID
     */
    public List<Revocation> planRevocation(Collection<String> certificateIds) {
        Set<String> missing = new LinkedHashSet<>(certificateIds);
        List<Revocation> plan = Revocation.of(asc, each -> certificateIds.contains(each.id()));
        plan.forEach(each -> missing.remove(each.certificate().id()));
        if (!missing.isEmpty()) {
            throw new SigningException("Apple lists no certificate with the ID " + String.join(" or ", missing)
                    + ". It may be revoked already.");
        }
        return plan;
    }

    /** Returns what revoking all expired certificates would break; nothing is revoked. */
    public List<Revocation> planRevocationOfExpired() {
        Instant now = clock.instant();
        return Revocation.of(
                asc,
                each -> each.expirationDate() != null
                        && each.expirationDate().toInstant().isBefore(now));
    }

    /** Revokes a certificate, which cannot be undone. */
    public void revoke(Revocation revocation) {
        asc.certificates().delete(revocation.certificate().id()).execute();
        listener.accept("Revoked the certificate " + revocation.certificate().id() + " "
                + revocation.certificate().name() + ".");
    }

    /**
     * Registers devices that are not registered yet. UDIDs are compared without regard to case and hyphens.
     *
     * @param each is told what became of each device, in the order of the list
     */
    public List<DeviceRegistration> register(List<DeviceEntry> devices, Consumer<DeviceRegistration> each) {
        return DeviceRegistration.all(asc, devices, each);
    }

    private static SigningException leftAlone(Profile profile, String reason) {
        return new SigningException(profile.name() + " is left as it is: " + reason);
    }

    /**
     * What was downloaded.
     *
     * @param written how to name the files in a message, such as their paths
     * @param skipped a sentence for each profile or certificate that came without content
     */
    public record Download(List<String> written, List<String> skipped) {}
}
