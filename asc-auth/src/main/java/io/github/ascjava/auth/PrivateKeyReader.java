package io.github.ascjava.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * Reads a private key from any of its usual forms, or reports in one sentence why it cannot.
 *
 * <p>Text is decoded to DER bytes here, and {@link ParsedPrivateKey} parses those. The forms are those that users of
 * other tools have (docs/live-service.md#key-files-come-in-many-forms). No message holds any part of the content.
 */
final class PrivateKeyReader {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final String NEEDED = " Expected the AuthKey_<key ID>.p8 file that App Store Connect offered for"
            + " download when the key was created, or its text.";

    /** The beginning of each message, such as "The file AuthKey_2X9R4HXF34.p8". */
    private final String source;

    private PrivateKeyReader(String source) {
        this.source = source;
    }

    static PrivateKey readText(String text, String source) {
        return new PrivateKeyReader(source).text(text);
    }

    /** Reads a file's bytes: text in UTF-8 or, as some Windows editors write it, UTF-16, or bare DER. */
    static PrivateKey readBytes(byte[] content, String source) {
        PrivateKeyReader reader = new PrivateKeyReader(source);
        if (startsWith(content, 0xff, 0xfe) || startsWith(content, 0xfe, 0xff)) {
            return reader.text(new String(content, StandardCharsets.UTF_16));
        }
        boolean isText = content.length == 0 || content[0] != Der.SEQUENCE;
        return isText ? reader.text(new String(content, StandardCharsets.UTF_8)) : reader.der(content);
    }

    private PrivateKey text(String text) {
        if (text == null) {
            throw refused("is null; check that the setting it comes from is set.");
        }
        String clean = withoutDecoration(text);
        if (clean.isEmpty()) {
            throw refused("is empty.");
        }
        if (clean.startsWith("{")) {
            // Even if it contains a key: that key belongs to the key ID beside it, not to the one passed.
            throw refused("is JSON; load a JSON key file with ApiKey.fromJson(path).");
        }
        String fault = TextFaults.of(text);
        if (fault != null) {
            throw refused(fault);
        }
        if (clean.contains(BEGIN)) {
            return pem(clean);
        }
        if (clean.endsWith(".p8") && clean.indexOf('\n') < 0) {
            throw refused("is a file name; pass a java.nio.file.Path to read that file.");
        }
        if (clean.contains(END)) {
            throw refused("has an END line but no BEGIN line, so its beginning is missing.");
        }
        byte[] decoded = base64(clean);
        try {
            String inner = new String(decoded, StandardCharsets.ISO_8859_1);
            if (TextFaults.isBase64OfKey(inner)) {
                throw refused("is encoded in base64 twice; decode it once.");
            }
            return inner.contains(BEGIN) ? pem(withoutDecoration(inner)) : der(decoded);
        } finally {
            Arrays.fill(decoded, (byte) 0);
        }
    }

    /** Removes what shells, CI settings and editors add: a byte order mark, quotes, blanks, literal line ends. */
    private static String withoutDecoration(String text) {
        String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        clean = clean.replace("\\r", "\n").replace("\\n", "\n").strip();
        boolean quoted = clean.length() > 1
                && (clean.charAt(0) == '"' || clean.charAt(0) == '\'')
                && clean.charAt(clean.length() - 1) == clean.charAt(0);
        return quoted ? clean.substring(1, clean.length() - 1).strip() : clean;
    }

    /** Finds the one private key among the blocks of a PEM text, which may hold curve parameters and certificates too. */
    private PrivateKey pem(String text) {
        String key = null;
        String otherLabel = null;
        int from = 0;
        for (int begin; (begin = text.indexOf(BEGIN, from)) >= 0; ) {
            int labelEnd = text.indexOf(DASHES, begin + BEGIN.length());
            if (labelEnd < 0) {
                throw refused("is truncated within its BEGIN line.");
            }
            String label = text.substring(begin + BEGIN.length(), labelEnd);
            int bodyStart = labelEnd + DASHES.length();
            int end = text.indexOf(END + label + DASHES, bodyStart);
            if (end < 0) {
                throw refused("has a BEGIN line without a matching END line, so it is truncated or damaged.");
            }
            if (label.equals("PRIVATE KEY") || label.equals("EC PRIVATE KEY")) {
                if (key != null) {
                    throw refused("holds more than one private key; keep only one.");
                }
                key = text.substring(bodyStart, end);
            } else if (otherLabel == null || rank(label) > rank(otherLabel)) {
                otherLabel = label;
            }
            from = end;
        }
        if (key == null) {
            throw refused(describe(otherLabel == null ? "" : otherLabel));
        }
        if (key.contains("ENCRYPTED")) {
            throw refused(ParsedPrivateKey.ENCRYPTED);
        }
        byte[] decoded = base64(key);
        try {
            return der(decoded);
        } finally {
            Arrays.fill(decoded, (byte) 0);
        }
    }

    /** Beside a certificate or parameters, the unusable key is what the user has to know about. */
    private static int rank(String label) {
        return label.endsWith("PRIVATE KEY") ? 2 : label.equals("EC PARAMETERS") ? 0 : 1;
    }

    private static String describe(String label) {
        return switch (label) {
            case "ENCRYPTED PRIVATE KEY" -> ParsedPrivateKey.ENCRYPTED;
            case "RSA PRIVATE KEY" -> ParsedPrivateKey.otherAlgorithm("an RSA");
            case "DSA PRIVATE KEY" -> ParsedPrivateKey.otherAlgorithm("a DSA");
            case "OPENSSH PRIVATE KEY" -> ParsedPrivateKey.otherAlgorithm("an OpenSSH");
            case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE" -> ParsedPrivateKey.CERTIFICATE;
            case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST" -> ParsedPrivateKey.CERTIFICATE_REQUEST;
            case "PUBLIC KEY", "RSA PUBLIC KEY", "EC PUBLIC KEY" -> ParsedPrivateKey.PUBLIC_KEY;
            case "EC PARAMETERS" -> "holds curve parameters but no private key.";
            default -> "is PEM text, but holds no private key.";
        };
    }

    private byte[] base64(String text) {
        StringBuilder body = new StringBuilder(text.length());
        text.codePoints().filter(c -> !Character.isWhitespace(c)).forEach(body::appendCodePoint);
        try {
            return Base64.getDecoder().decode(body.toString());
        } catch (IllegalArgumentException e) {
            // Not set as the cause, because its message quotes characters of the key.
            throw refused("is neither PEM text nor complete base64, so it is damaged, truncated or not a key.");
        }
    }

    private PrivateKey der(byte[] der) {
        ParsedPrivateKey structure;
        try {
            structure = ParsedPrivateKey.read(der);
        } catch (Der.MalformedException e) {
            throw refused("is damaged or truncated: it does not encode a complete private key.");
        }
        if (structure.problem() != null) {
            throw refused(structure.problem());
        }
        try {
            return P256.privateKey(structure.scalar(), structure.publicPoint(), source);
        } catch (GeneralSecurityException | P256.MismatchException e) {
            // Not set as the cause, because providers may quote their input.
            throw refused("is damaged: its private and public halves do not match.");
        } finally {
            structure.wipe();
        }
    }

    private InvalidApiKeyException refused(String found) {
        return new InvalidApiKeyException(source + " " + found + NEEDED);
    }

    private static boolean startsWith(byte[] content, int first, int second) {
        return content.length > 1 && (content[0] & 0xff) == first && (content[1] & 0xff) == second;
    }
}
