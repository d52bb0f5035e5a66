package io.github.ascjava.signing.store;

import java.util.Locale;

/**
 * What a stored file is, by the end of its name.
 *
 * @since 0.1.0
 */
public enum StoredKind {
    /** A private key: {@code .key}, {@code .pem}, or one of those with a further ending such as {@code .key.pending}. */
    PRIVATE_KEY(1),
    /** A certificate: {@code .cer}, {@code .crt}, {@code .der}. */
    CERTIFICATE(2),
    /** A key with its certificate: {@code .p12}, {@code .pfx}. */
    PKCS12(3),
    /** A provisioning profile: {@code .mobileprovision}, {@code .provisionprofile}. */
    PROFILE(4),
    /** Another file. */
    OTHER(5);

    private final int number;

    StoredKind(int number) {
        this.number = number;
    }

    /** Returns the kind of a file with this name. */
    public static StoredKind of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.matches(".+\\.(key|pem)(\\.[^.]+)?")) {
            return PRIVATE_KEY;
        } else if (name.matches(".+\\.(cer|crt|der)")) {
            return CERTIFICATE;
        } else if (name.matches(".+\\.(p12|pfx)")) {
            return PKCS12;
        } else {
            return name.matches(".+\\.(mobileprovision|provisionprofile)") ? PROFILE : OTHER;
        }
    }

    /** The number in the format; it never changes. */
    int number() {
        return number;
    }

    static StoredKind ofNumber(int number) {
        for (StoredKind kind : values()) {
            if (kind.number == number) {
                return kind;
            }
        }
        return OTHER;
    }
}
