package io.github.ascjava.auth;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** Writes DER for structures that the JDK does not write, or not in the required form. */
final class TestDer {

    static final byte[] EC_KEY = objectId(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01);
    static final byte[] P256_CURVE = objectId(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07);
    static final byte[] SECP256K1_CURVE = objectId(0x2b, 0x81, 0x04, 0x00, 0x0a);

    private TestDer() {}

    static byte[] sequence(byte[]... parts) {
        return element(0x30, parts);
    }

    static byte[] integer(long value) {
        return integer(BigInteger.valueOf(value));
    }

    static byte[] integer(BigInteger value) {
        return element(0x02, value.toByteArray());
    }

    static byte[] octets(byte[] value) {
        return element(0x04, value);
    }

    static byte[] bits(byte[] value) {
        return element(0x03, new byte[] {0}, value);
    }

    static byte[] objectId(int... encoded) {
        byte[] bytes = new byte[encoded.length];
        for (int i = 0; i < encoded.length; i++) {
            bytes[i] = (byte) encoded[i];
        }
        return element(0x06, bytes);
    }

    static byte[] element(int tag, byte[]... parts) {
        byte[] content = concat(parts);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else if (content.length < 0x100) {
            out.write(0x81);
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
