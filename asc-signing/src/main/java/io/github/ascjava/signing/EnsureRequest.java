package io.github.ascjava.signing;

import io.github.ascjava.client.model.provisioning.CapabilityType;
import io.github.ascjava.client.model.provisioning.ProfileType;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an app needs in order to be signed: see {@link Signing#ensure}. Immutable and thread-safe.
 *
 * @param identifier the bundle ID, such as {@code com.example.app}
 * @param profileType the type of profile, which decides the types of certificate and devices
 * @param name the name of a new bundle ID; null to make it from the identifier
 * @param capabilities those to enable; others that are enabled stay
 * @param key the key to use, such as one in a token; null to use the key in the place, or to generate one there
 * @since 0.1.0
 */
public record EnsureRequest(
        String identifier,
        ProfileType profileType,
        @Nullable String name,
        List<CapabilityType> capabilities,
        @Nullable SigningKey key) {

    /** Creates a request. */
    public EnsureRequest {
        capabilities = List.copyOf(capabilities);
    }

    /** Returns a request without capabilities, and with a generated key. */
    public static EnsureRequest of(String identifier, ProfileType profileType) {
        return new EnsureRequest(identifier, profileType, null, List.of(), null);
    }

    /** Returns this request with the name of a new bundle ID; null to make it from the identifier. */
    public EnsureRequest withName(@Nullable String newName) {
        return new EnsureRequest(identifier, profileType, newName, capabilities, key);
    }

    /** Returns this request with capabilities to enable. */
    public EnsureRequest withCapabilities(Collection<CapabilityType> newCapabilities) {
        return new EnsureRequest(identifier, profileType, name, List.copyOf(newCapabilities), key);
    }

    /** Returns this request with the key to use, which is not written to the place. */
    public EnsureRequest withKey(SigningKey newKey) {
        return new EnsureRequest(identifier, profileType, name, capabilities, newKey);
    }

    /** Returns the name that the profile has: identifier and type. */
    public String profileName() {
        return identifier + " " + profileType;
    }
}
