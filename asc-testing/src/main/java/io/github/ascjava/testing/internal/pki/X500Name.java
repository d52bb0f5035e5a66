package io.github.ascjava.testing.internal.pki;

import java.util.ArrayList;
import java.util.List;

/** The subject or issuer of a certificate, with the attributes in Apple's order. */
final class X500Name {

    static final String USER_ID = "0.9.2342.19200300.100.1.1";
    static final String COMMON_NAME = "2.5.4.3";
    static final String COUNTRY = "2.5.4.6";
    static final String ORGANIZATION = "2.5.4.10";
    static final String ORGANIZATIONAL_UNIT = "2.5.4.11";

    private final List<Der> parts = new ArrayList<>();

    /** Adds an attribute. */
    X500Name with(String type, String value) {
        parts.add(Der.set(Der.sequence(Der.objectId(type), Der.text(value))));
        return this;
    }

    Der toDer() {
        return Der.sequence(parts);
    }
}
