package io.github.ascjava.signing;

import io.github.ascjava.client.model.provisioning.Profile;
import io.github.ascjava.signing.internal.CertificateReader;
import java.io.IOException;

/** Writes profiles to a place. */
final class ProfileFiles {

    private ProfileFiles() {}

    /**
     * Writes a profile; that of another name with the same file name keeps its file.
     *
     * @return how to name the file in a message
     * @throws SigningException if Apple sent no content that can be read
     */
    static String write(SigningFiles files, Profile profile) throws IOException {
        byte[] content = CertificateReader.bytes(profile.profileContent())
                .orElseThrow(() -> new SigningException("Apple's response holds no content of the profile "
                        + profile.name() + ", so it was not written. Run this command again."));
        boolean isForMac = String.valueOf(profile.profileType()).startsWith("MAC");
        String name = new ProfileFileName(
                        String.valueOf(profile.name()), isForMac ? "provisionprofile" : "mobileprovision")
                .in(files);
        files.write(name, content);
        return files.describe(name);
    }
}
