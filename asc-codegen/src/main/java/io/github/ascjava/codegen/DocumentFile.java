package io.github.ascjava.codegen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that contains Apple's OpenAPI document.
 *
 * @param path the path of the file
 * @param sha256 the digest of its bytes in hexadecimal, because Apple publishes different files under one version
 * @param version the API version that the document states
 * @param root the document
 */
public record DocumentFile(Path path, String sha256, String version, JsonNode root) {

    private static final String TITLE = "App Store Connect API";
    private static final Pattern VERSION = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})(\\D.*)?");
    private static final int OLDEST_MAJOR = 3;
    private static final int OLDEST_MINOR = 3;

    /**
     * Reads a file.
     *
     * @throws InvalidDocumentFileException if it does not contain complete JSON, or contains another document than
     *     those of the App Store Connect API since version 3.3
     */
    public static DocumentFile read(Path path) {
        byte[] bytes = bytes(path);
        JsonNode root = json(path, bytes);
        if (!root.path("openapi").isTextual() || !root.path("paths").isObject()) {
            throw new InvalidDocumentFileException(path, "is JSON, but not an OpenAPI document");
        }
        String title = root.path("info").path("title").asText();
        if (!title.equals(TITLE)) {
            throw new InvalidDocumentFileException(
                    path, "describes another API ('" + title + "' instead of '" + TITLE + "')");
        }
        String version = root.path("info").path("version").asText();
        requireKnown(path, version);
        return new DocumentFile(path, digest(bytes), version, root);
    }

    /** Describes the document in a sentence. */
    String description() {
        return path + " is " + TITLE + " " + version + " in OpenAPI "
                + root.path("openapi").asText() + ", "
                + root.path("paths").size() + " paths, SHA-256 " + sha256 + ".";
    }

    private static byte[] bytes(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new InvalidDocumentFileException(path, "is not a file");
        }
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new InvalidDocumentFileException(path, "cannot be read (" + e.getMessage() + ")");
        }
    }

    private static JsonNode json(Path path, byte[] bytes) {
        try {
            return new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(bytes);
        } catch (JsonEOFException e) {
            throw new InvalidDocumentFileException(
                    path, "ends in the middle of its JSON, after " + bytes.length + " bytes");
        } catch (JsonProcessingException e) {
            throw new InvalidDocumentFileException(
                    path, "is not JSON (see line " + e.getLocation().getLineNr() + ")");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireKnown(Path path, String version) {
        Matcher numbers = VERSION.matcher(version);
        if (!numbers.matches()) {
            throw new InvalidDocumentFileException(path, "has an invalid version, '" + version + "'");
        }
        int major = Integer.parseInt(numbers.group(1));
        int minor = Integer.parseInt(numbers.group(2));
        if (major < OLDEST_MAJOR || (major == OLDEST_MAJOR && minor < OLDEST_MINOR)) {
            throw new InvalidDocumentFileException(
                    path,
                    "is version " + version + ", older than " + OLDEST_MAJOR + "." + OLDEST_MINOR
                            + " and with a different format of operationIds");
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("Every Java runtime has SHA-256.", e);
        }
    }
}
