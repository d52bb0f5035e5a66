package io.github.ascjava.signing;

import org.jspecify.annotations.Nullable;

/**
 * What can be said about the signature of a provisioning profile.
 *
 * @param isIntact whether the content is what was signed
 * @param signer the name in the signer's certificate; null if there is no intact signature
 * @param isTrusted whether the signer's certificate leads to the given root; null if no root was given, so that anybody may
 *     have signed
 * @since 0.1.0
 */
public record ProfileSignature(
        boolean isIntact, @Nullable String signer, @Nullable Boolean isTrusted) {

    static final ProfileSignature BROKEN = new ProfileSignature(false, null, null);

    /** Returns the finding as a phrase, such as {@code intact, by Apple iPhone OS Provisioning Profile Signing}. */
    public String describe() {
        if (!isIntact) {
            return "broken: the content is not what was signed";
        }
        String intact = "intact, by " + signer;
        if (isTrusted == null) {
            return intact + " (issuer not checked: no root certificate was given)";
        }
        return isTrusted ? intact + ", below the given root" : intact + ", which is NOT below the given root";
    }
}
