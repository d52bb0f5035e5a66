package io.github.ascjava.signing;

import io.github.ascjava.client.model.provisioning.BundleId;
import io.github.ascjava.client.model.provisioning.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What signs an app.
 *
 * @param bundleId the registered identifier
 * @param certificateId the ID of the certificate, 10 characters
 * @param profile the profile, with its content
 * @param profileFile how to name the profile's file in a message, such as its path; null if the place is read-only
 * @since 0.1.0
 */
public record EnsuredAssets(
        BundleId bundleId,
        String certificateId,
        Profile profile,
        @Nullable String profileFile) {}
