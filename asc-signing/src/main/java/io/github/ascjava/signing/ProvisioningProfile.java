package io.github.ascjava.signing;

import io.github.ascjava.signing.internal.CertificateReader;
import io.github.ascjava.signing.internal.PropertyList;
import io.github.ascjava.signing.internal.SignedContent;
import io.github.ascjava.signing.internal.UnreadableException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provisioning profile ({@code .mobileprovision}, {@code .provisionprofile}): a property list inside a signed message.
 *
 * <p>Everything in the file is kept: see {@link #members}. Immutable and thread-safe.
 *
 * @see <a href="https://developer.apple.com/documentation/technotes/tn3125-inside-code-signing-provisioning-profiles">TN3125:
 *     Inside Code Signing: Provisioning Profiles</a>
 * @since 0.1.0
 */
public final class ProvisioningProfile {

    private final SignedContent message;
    private final Map<String, Object> members;

    private ProvisioningProfile(SignedContent message, Map<String, Object> members) {
        this.message = message;
        this.members = members;
    }

    /**
     * Reads a profile. Its signature is not checked: see {@link #signature}.
     *
     * @throws SigningException if this is no profile, or it is damaged or incomplete
     */
    public static ProvisioningProfile read(byte[] content) {
        try {
            return parse(content);
        } catch (UnreadableException e) {
            throw new SigningException("The profile " + e.getMessage(), e);
        }
    }

    static ProvisioningProfile parse(byte[] content) throws UnreadableException {
        SignedContent message = SignedContent.read(content);
        Map<String, Object> members = PropertyList.read(message.content());
        if (!members.containsKey("UUID") || !(members.get("Entitlements") instanceof Map)) {
            throw new UnreadableException("is a signed property list, but not a provisioning profile.");
        }
        return new ProvisioningProfile(message, members);
    }

    /**
     * Returns all members of the property list, unmodifiable and in their order; values are String, Boolean, Long, Double,
     * Instant, {@code byte[]}, List and Map.
     */
    public Map<String, Object> members() {
        return members;
    }

    /** Returns the UUID, which names the file in Xcode's folder. */
    public String uuid() {
        return text("UUID").orElse("");
    }

    /** Returns the name that the team gave it; empty if it has none. */
    public String name() {
        return text("Name").orElse("");
    }

    /** Returns the team IDs. */
    public List<String> teamIds() {
        return texts("TeamIdentifier");
    }

    /** Returns the name of the team. */
    public Optional<String> teamName() {
        return text("TeamName");
    }

    /** Returns the platforms in Apple's words, such as {@code iOS} and {@code OSX}. */
    public List<String> platforms() {
        return texts("Platform");
    }

    /** Returns what apps signed with it may use, such as {@code aps-environment}. */
    @SuppressWarnings("unchecked") // Keys of a property list are strings.
    public Map<String, Object> entitlements() {
        return (Map<String, Object>) Objects.requireNonNull(members.get("Entitlements"));
    }

    /**
     * Returns the bundle ID, such as {@code com.example.app}, or {@code com.example.*} for a wildcard: the App ID without
     * prefix. Empty if the profile names none.
     */
    public Optional<String> bundleId() {
        Object appId = entitlements().get("application-identifier");
        if (appId == null) {
            appId = entitlements().get("com.apple.application-identifier");
        }
        if (!(appId instanceof String text)) {
            return Optional.empty();
        }
        return Optional.of(texts("ApplicationIdentifierPrefix").stream()
                .map(prefix -> prefix + ".")
                .filter(text::startsWith)
                .map(prefix -> text.substring(prefix.length()))
                .findFirst()
                .orElse(text));
    }

    /** Returns when it was made. */
    public Optional<Instant> creationDate() {
        return Optional.ofNullable(members.get("CreationDate") instanceof Instant date ? date : null);
    }

    /** Returns until when it is valid. */
    public Optional<Instant> expirationDate() {
        return Optional.ofNullable(members.get("ExpirationDate") instanceof Instant date ? date : null);
    }

    /** Returns the UDIDs of the devices; empty if the profile lists none. */
    public List<String> devices() {
        return texts("ProvisionedDevices");
    }

    /** Returns the certificates that may sign with it, without those that cannot be read. */
    public List<X509Certificate> certificates() {
        return list("DeveloperCertificates").stream()
                .filter(byte[].class::isInstance)
                .flatMap(der -> CertificateReader.find((byte[]) der).stream())
                .toList();
    }

    /** Returns what it is for. */
    public ProfileKind kind() {
        boolean isForMac = platforms().contains("OSX");
        if (Boolean.TRUE.equals(members.get("ProvisionsAllDevices"))) {
            return isForMac ? ProfileKind.DEVELOPER_ID : ProfileKind.IN_HOUSE;
        } else if (!members.containsKey("ProvisionedDevices")) {
            return ProfileKind.APP_STORE;
        }
        return isForMac || Boolean.TRUE.equals(entitlements().get("get-task-allow"))
                ? ProfileKind.DEVELOPMENT
                : ProfileKind.AD_HOC;
    }

    /**
     * Checks the signature, and whether the signer's certificate leads to a root. Revocation is not checked.
     *
     * @param root Apple's root certificate, from <a href="https://www.apple.com/certificateauthority/">Apple PKI</a>; null to
     *     check no more than that the content was not changed
     */
    public ProfileSignature signature(@Nullable X509Certificate root) {
        List<X509Certificate> signers = message.intactSigners();
        if (signers.isEmpty()) {
            return ProfileSignature.BROKEN;
        }
        Boolean isTrusted =
                root == null ? null : (Boolean) signers.stream().allMatch(each -> message.isUnder(root, each));
        return new ProfileSignature(true, CertificateNames.of(signers.get(0)), isTrusted);
    }

    /** Names the profile. */
    @Override
    public String toString() {
        return "ProvisioningProfile[" + name() + ", " + uuid() + "]";
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(members.get(key) instanceof String text ? text : null);
    }

    private List<String> texts(String key) {
        return list(key).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private List<?> list(String key) {
        return members.get(key) instanceof List<?> list ? list : List.of();
    }
}
