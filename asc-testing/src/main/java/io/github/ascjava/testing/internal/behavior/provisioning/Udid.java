package io.github.ascjava.testing.internal.behavior.provisioning;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A device identifier; the same one may be written with or without hyphens, in upper or lower case.
 *
 * @param text the identifier as received
 */
record Udid(String text) {

    /** Old iPhones, iPads, watches and Apple TVs. */
    private static final Pattern FORTY_DIGITS = Pattern.compile("[0-9a-fA-F]{40}");

    /** Devices since the iPhone XS, and Macs with Apple silicon. */
    private static final Pattern EIGHT_AND_SIXTEEN_DIGITS = Pattern.compile("[0-9a-fA-F]{8}-?[0-9a-fA-F]{16}");

    /** Macs with an Intel processor. */
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}");

    boolean isValid(String platform) {
        return isNew() || (platform.equals(Platforms.MAC_OS) ? isUuid() : isOld());
    }

    boolean isOld() {
        return FORTY_DIGITS.matcher(text).matches();
    }

    boolean isNew() {
        return EIGHT_AND_SIXTEEN_DIGITS.matcher(text).matches();
    }

    boolean isUuid() {
        return UUID.matcher(text).matches();
    }

    boolean isSameAs(Udid other) {
        return normalized().equals(other.normalized());
    }

    private String normalized() {
        return text.replace("-", "").toUpperCase(Locale.ROOT);
    }
}
