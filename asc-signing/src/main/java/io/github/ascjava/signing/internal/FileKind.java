package io.github.ascjava.signing.internal;

import java.nio.charset.StandardCharsets;

/** What a file is, told by its first bytes and not by its name, which is often wrong. */
public enum FileKind {
    PROFILE,
    PKCS12,
    CERTIFICATE,
    KEY,
    ARCHIVE;

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int OBJECT_ID = 0x06;
    private static final byte PKCS12_VERSION = 3;

    /** Tells the kind of a file by its beginning. */
    public static FileKind of(byte[] content) throws UnreadableException {
        if (content.length == 0) {
            throw new UnreadableException("is empty.");
        }
        if (content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3) {
            return ARCHIVE;
        }
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (text.contains("-----BEGIN CERTIFICATE-----") && !text.contains("PRIVATE KEY-----")) {
            return CERTIFICATE;
        } else if (text.contains("-----BEGIN") && text.contains("PRIVATE KEY-----")) {
            return KEY;
        }
        int member = memberOffset(content);
        if (member > 0) {
            switch (content[member]) {
                case OBJECT_ID -> {
                    return PROFILE;
                }
                case INTEGER -> {
                    return content[member + 1] == 1 && content[member + 2] == PKCS12_VERSION ? PKCS12 : KEY;
                }
                case SEQUENCE -> {
                    return CERTIFICATE;
                }
                default -> {
                    // None of ours.
                }
            }
        }
        throw new UnreadableException("is not a profile, a PKCS#12 file, a certificate, a key or an .ipa archive.");
    }

    /** Returns where the first member of the outer sequence begins; 0 if there is no sequence with three further bytes. */
    private static int memberOffset(byte[] content) {
        if (content[0] != SEQUENCE || content.length < 2) {
            return 0;
        }
        int length = content[1] & 0xFF;
        // 0x80 is an indefinite length; above, the number of bytes of the length follows.
        int offset = 2 + (length > 0x80 ? length - 0x80 : 0);
        return offset + 3 <= content.length ? offset : 0;
    }
}
