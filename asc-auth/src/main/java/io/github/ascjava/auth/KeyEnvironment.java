package io.github.ascjava.auth;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the key that environment variables name.
 *
 * <p>Each tool has its own set of names. The first set with any variable set is used as a whole: combining the key ID
 * of one tool with the key of another would sign tokens that Apple rejects without a reason.
 */
final class KeyEnvironment {

    private static final List<Names> TOOLS = List.of(
            new Names(
                    List.of("ASC_KEY_ID"),
                    "ASC_ISSUER_ID",
                    List.of("ASC_PRIVATE_KEY", "ASC_PRIVATE_KEY_B64"),
                    "ASC_PRIVATE_KEY_PATH",
                    "ASC_KEY_JSON_PATH",
                    "ASC_TOKEN_DURATION",
                    "ASC_IN_HOUSE"),
            // fastlane, app_store_connect_api_key
            new Names(
                    List.of("APP_STORE_CONNECT_API_KEY_KEY_ID"),
                    "APP_STORE_CONNECT_API_KEY_ISSUER_ID",
                    List.of("APP_STORE_CONNECT_API_KEY_KEY"),
                    "APP_STORE_CONNECT_API_KEY_KEY_FILEPATH",
                    "APP_STORE_CONNECT_API_KEY_PATH",
                    "APP_STORE_CONNECT_API_KEY_DURATION",
                    "APP_STORE_CONNECT_API_KEY_IN_HOUSE"),
            // codemagic, and the shorter spelling of the key ID that many CI scripts use with it
            new Names(
                    List.of("APP_STORE_CONNECT_KEY_IDENTIFIER", "APP_STORE_CONNECT_KEY_ID"),
                    "APP_STORE_CONNECT_ISSUER_ID",
                    List.of("APP_STORE_CONNECT_PRIVATE_KEY"),
                    "APP_STORE_CONNECT_PRIVATE_KEY_PATH",
                    "",
                    "",
                    ""));

    private final Map<String, String> environment;
    private final KeyFolders folders;

    KeyEnvironment(Map<String, String> environment, KeyFolders folders) {
        this.environment = environment;
        this.folders = folders;
    }

    boolean isConfigured() {
        return TOOLS.stream().anyMatch(this::names);
    }

    ApiKey load() {
        Names tool = TOOLS.stream()
                .filter(this::names)
                .findFirst()
                .orElseThrow(
                        () -> new InvalidApiKeyException("No environment variable names an API key. Set ASC_KEY_ID,"
                                + " ASC_ISSUER_ID (unless it is an individual key) and one of ASC_PRIVATE_KEY,"
                                + " ASC_PRIVATE_KEY_B64 and ASC_PRIVATE_KEY_PATH."));
        requireOneKey(tool);
        if (isSet(tool.jsonFile)) {
            return KeyJson.read(path(tool.jsonFile));
        }
        ApiKeyConfig parts = new ApiKeyConfig(
                "The environment",
                keyId(tool),
                value(tool.issuerId),
                ApiKeyConfig.isTrue(value(tool.inHouse), "The environment variable " + tool.inHouse),
                value(tool.durationSeconds));
        return parts.assemble(privateKey(tool, parts.keyId()));
    }

    /** The issuer ID alone names no key: it is often set for the whole machine. */
    private boolean names(Names tool) {
        return Stream.concat(tool.keyIds.stream(), tool.keys()).anyMatch(this::isSet);
    }

    private String keyId(Names tool) {
        for (String name : tool.keyIds) {
            if (isSet(name)) {
                return value(name);
            }
        }
        if (isSet(tool.file)) {
            return KeyFile.keyIdOf(path(tool.file));
        }
        throw new InvalidApiKeyException(
                "The environment holds an API key but not its ID; set " + tool.keyIds.get(0) + ".");
    }

    private PrivateKey privateKey(Names tool, String keyId) {
        for (String name : tool.texts) {
            if (isSet(name)) {
                return PrivateKeyReader.readText(value(name), "The environment variable " + name);
            }
        }
        Path file = isSet(tool.file) ? path(tool.file) : folders.find(keyId);
        return KeyFile.read(file, keyId);
    }

    /** Two different keys under two names are a mistake that would otherwise show only as a 401, so they are rejected. */
    private void requireOneKey(Names tool) {
        List<String> set = tool.keys().filter(this::isSet).toList();
        if (set.size() > 1) {
            throw new InvalidApiKeyException(
                    "The environment variables " + set + " each give a private key; keep only one.");
        }
    }

    private Path path(String name) {
        String value = value(name);
        try {
            String home = System.getProperty("user.home", "");
            // A shell expands ~ in its own assignments, CI settings and .env files do not.
            return value.startsWith("~/") ? Path.of(home, value.substring(2)) : Path.of(value);
        } catch (InvalidPathException e) {
            // Not shown, because it may be the key itself in place of its path.
            throw new InvalidApiKeyException("The environment variable " + name + " does not hold a valid path.");
        }
    }

    private boolean isSet(String name) {
        return !value(name).isEmpty();
    }

    private String value(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    /** The variable names of one tool; an empty name means that the tool has none. */
    private record Names(
            List<String> keyIds,
            String issuerId,
            List<String> texts,
            String file,
            String jsonFile,
            String durationSeconds,
            String inHouse) {

        Stream<String> keys() {
            return Stream.concat(texts.stream(), Stream.of(file, jsonFile));
        }
    }
}
