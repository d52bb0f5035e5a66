package io.github.ascjava.testing.internal.server;

import java.math.BigInteger;
import java.util.UUID;

/** Writes IDs as 26 capital letters and digits, Apple's other format. */
final class CorrelationKey {

    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 26;
    private static final int BITS = 5;

    private CorrelationKey() {}

    static String of(UUID id) {
        BigInteger rest = BigInteger.valueOf(id.getMostSignificantBits())
                .shiftLeft(Long.SIZE)
                .or(new BigInteger(Long.toUnsignedString(id.getLeastSignificantBits())));
        StringBuilder key = new StringBuilder();
        while (key.length() < LENGTH) {
            key.append(CHARACTERS.charAt(rest.intValue() & (CHARACTERS.length() - 1)));
            rest = rest.shiftRight(BITS);
        }
        return key.reverse().toString();
    }
}
