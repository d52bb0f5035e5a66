package io.github.ascjava.testing.internal.behavior.provisioning;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.pki.Authority;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okio.ByteString;

/** Completes profiles and writes their files, which are signed property lists, for devices and Xcode. */
final class ProfileIssue {

    private static final Duration LIFE = Duration.ofDays(365);
    private static final int VERSION = 1;

    private final Account account;
    private final Authority authority;

    ProfileIssue(Account account, Authority authority) {
        this.account = account;
        this.authority = authority;
    }

    /** Completes a profile that has a name, a type and its relationships; attributes that it has remain. */
    void complete(StoredResource profile, Instant created, SandboxState world) {
        ProfileType type = ProfileType.of(profile.text("profileType"));
        if (!profile.attributes().hasNonNull("uuid")) {
            profile.with("uuid", world.ids().uuid());
        }
        profile.withDefault("platform", type.platform())
                .withDefault("profileState", "ACTIVE")
                .withDefault("createdDate", Dates.provisioning(created, world));
        Instant begin = Dates.read(profile.text("createdDate"));
        Instant end = expiration(begin, profile.related("certificates"));
        profile.withDefault("expirationDate", Dates.provisioning(end, world));
        Instant until = Dates.read(profile.text("expirationDate"));
        profile.with("profileContent", content(profile, type, begin, until).base64());
    }

    /** A profile expires no later than its certificates. */
    private static Instant expiration(Instant created, List<StoredResource> certificates) {
        return certificates.stream()
                .map(certificate -> Dates.read(certificate.text("expirationDate")))
                .reduce(created.plus(LIFE), (one, other) -> one.isBefore(other) ? one : other);
    }

    private ByteString content(StoredResource profile, ProfileType type, Instant created, Instant expiration) {
        StoredResource bundleId = profile.related("bundleId").get(0);
        String prefix = bundleId.attributes().path("seedId").asText(account.teamId());
        Map<String, Object> plist = new LinkedHashMap<>();
        plist.put("AppIDName", bundleId.text("name"));
        plist.put("ApplicationIdentifierPrefix", List.of(prefix));
        plist.put("CreationDate", created);
        plist.put("Platform", List.of(type.platform().equals(Platforms.IOS) ? "iOS" : "OSX"));
        plist.put("IsXcodeManaged", false);
        plist.put("DeveloperCertificates", certificates(profile));
        plist.put("Entitlements", Entitlements.of(profile, bundleId, type, account, prefix));
        plist.put("ExpirationDate", expiration);
        plist.put("Name", profile.text("name"));
        List<String> devices = devices(profile);
        if (!devices.isEmpty()) {
            plist.put("ProvisionedDevices", devices);
        }
        plist.put("TeamIdentifier", List.of(account.teamId()));
        plist.put("TeamName", account.teamName());
        plist.put("TimeToLive", (int) Duration.between(created, expiration).toDays());
        plist.put("UUID", profile.text("uuid"));
        plist.put("Version", VERSION);
        return authority.sign(ByteString.encodeUtf8(Plist.write(plist)), created);
    }

    private static List<ByteString> certificates(StoredResource profile) {
        return profile.related("certificates").stream()
                .map(certificate -> ByteString.decodeBase64(certificate.text("certificateContent")))
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<String> devices(StoredResource profile) {
        return profile.related("devices").stream()
                .map(device -> device.text("udid"))
                .toList();
    }
}
