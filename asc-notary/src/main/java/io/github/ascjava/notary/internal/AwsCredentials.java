package io.github.ascjava.notary.internal;

import java.time.Instant;

/**
 * Temporary credentials for the upload of one file.
 *
 * @param expires when they expire, by the clock of the machine; nothing renews them
 */
public record AwsCredentials(String accessKeyId, String secretAccessKey, String sessionToken, Instant expires) {

    /** Returns nothing that is secret. */
    @Override
    public String toString() {
        return "AwsCredentials[expires=" + expires + "]";
    }
}
