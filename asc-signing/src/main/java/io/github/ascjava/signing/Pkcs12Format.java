package io.github.ascjava.signing;

import io.github.ascjava.signing.internal.Pkcs12Writer;

/**
 * How a PKCS#12 file is encrypted (docs/live-service.md#pkcs12-files-for-macos).
 *
 * @since 0.1.0
 */
public enum Pkcs12Format {
    /** AES-256 with PBKDF2, and an HMAC with SHA-256, which OpenSSL, Java and NSS read. */
    MODERN,
    /**
     * Triple DES with an HMAC of SHA-1, which all of them read, and every macOS. The keychain and {@code security import} of
     * macOS 13 and 14 reject {@link #MODERN} with "MAC verification failed during PKCS12 import (wrong password?)". The
     * encryption is weak, so the password should be long, and the file short-lived.
     */
    MACOS;

    Pkcs12Writer writer() {
        return this == MACOS ? Pkcs12Writer.tripleDes() : Pkcs12Writer.aes();
    }
}
