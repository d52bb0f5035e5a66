package io.github.ascjava.testing.internal.behavior.provisioning;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.pki.Authority;
import io.github.ascjava.testing.internal.pki.CertificateOwner;
import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Completes certificates with real X.509 content. */
final class CertificateIssue {

    private static final Duration LIFE = Duration.ofDays(365);
    private static final Duration LIFE_OF_DEVELOPER_ID = Duration.ofDays(5 * 365);
    private static final int SERIAL_BITS = 127;
    private static final int HEX = 16;

    private final Account account;
    private final Authority authority;

    CertificateIssue(Account account, Authority authority) {
        this.account = account;
        this.authority = authority;
    }

    /**
     * Completes a certificate that has a type.
     *
     * @param key the owner's key; null for a key that is thrown away
     * @param displayName the owner's name
     */
    void complete(
            StoredResource certificate, @Nullable PublicKey key, String displayName, Instant from, SandboxState world) {
        String expiration = Dates.provisioning(from.plus(life(certificate.text("certificateType"))), world);
        issue(certificate.with("displayName", displayName).with("expirationDate", expiration), key, world);
    }

    /** Issues a certificate that has a type, and sets the attributes that it lacks. */
    void issue(StoredResource certificate, @Nullable PublicKey key, SandboxState world) {
        String type = certificate.text("certificateType");
        // The highest bit is set, so that every number has 32 hexadecimal digits.
        BigInteger number = new BigInteger(SERIAL_BITS, world.random()).setBit(SERIAL_BITS);
        certificate
                .withDefault("displayName", account.teamName())
                .withDefault("name", label(type) + ": " + certificate.text("displayName"))
                .withDefault("serialNumber", number.toString(HEX).toUpperCase(Locale.ROOT))
                .withDefault("platform", platform(type))
                .withDefault(
                        "expirationDate",
                        Dates.provisioning(world.clock().instant().plus(life(type)), world));
        BigInteger serial = new BigInteger(certificate.text("serialNumber"), HEX);
        Instant until = Dates.read(certificate.text("expirationDate"));
        CertificateOwner owner = new CertificateOwner(
                certificate.id(),
                certificate.text("name") + " (" + certificate.id() + ")",
                account.teamId(),
                account.teamName());
        ByteString x509 = key == null
                ? authority.issue(owner, serial, until.minus(life(type)), until)
                : authority.issue(owner, key, serial, until.minus(life(type)), until);
        certificate.with("certificateContent", x509.base64());
    }

    private static Duration life(String type) {
        return type.startsWith("DEVELOPER_ID") ? LIFE_OF_DEVELOPER_ID : LIFE;
    }

    private static String label(String type) {
        return switch (type) {
            case "IOS_DEVELOPMENT" -> "iOS Development";
            case "IOS_DISTRIBUTION" -> "iOS Distribution";
            case "DEVELOPMENT" -> "Apple Development";
            case "DISTRIBUTION" -> "Apple Distribution";
            case "MAC_APP_DEVELOPMENT" -> "Mac Development";
            case "MAC_APP_DISTRIBUTION" -> "Mac App Distribution";
            case "MAC_INSTALLER_DISTRIBUTION" -> "Mac Installer Distribution";
            case "DEVELOPER_ID_APPLICATION", "DEVELOPER_ID_APPLICATION_G2" -> "Developer ID Application";
            case "DEVELOPER_ID_KEXT", "DEVELOPER_ID_KEXT_G2" -> "Developer ID Kext";
            case "PASS_TYPE_ID", "PASS_TYPE_ID_WITH_NFC" -> "Pass Type ID";
            default -> "Apple Pay";
        };
    }

    /** Null for the types that apply to all platforms. */
    private static @Nullable String platform(String type) {
        if (type.startsWith("IOS_")) {
            return Platforms.IOS;
        }
        return type.startsWith("MAC_") || type.startsWith("DEVELOPER_ID") ? Platforms.MAC_OS : null;
    }
}
