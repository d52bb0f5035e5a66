package io.github.ascjava.signing.match;

import io.github.ascjava.signing.ProvisioningProfile;

/**
 * A provisioning profile.
 *
 * @since 0.1.0
 */
public final class MatchProfile {

    private final String fileName;
    private final byte[] content;
    private final ProvisioningProfile profile;

    MatchProfile(String fileName, byte[] content, ProvisioningProfile profile) {
        this.fileName = fileName;
        this.content = content;
        this.profile = profile;
    }

    /** Returns the name of its file, such as {@code AppStore_com.example.app.mobileprovision}. */
    public String fileName() {
        return fileName;
    }

    /** Returns a copy of the decrypted file. */
    public byte[] content() {
        return content.clone();
    }

    /** Returns what the file says. */
    public ProvisioningProfile profile() {
        return profile;
    }

    /** Names the file. */
    @Override
    public String toString() {
        return "MatchProfile[" + fileName + "]";
    }
}
