package io.github.ascjava.spring;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.InvalidApiKeyException;
import io.github.ascjava.auth.TokenSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Loads a key from its properties; says what is wrong by the names of the properties. */
final class KeyLoader {

    /** A placeholder that Spring left as it is, because nothing defines it. */
    private static final Pattern UNRESOLVED = Pattern.compile("\\$\\{[A-Za-z0-9_.-]{1,80}}");

    private final String prefix;
    private final AscProperties.Key key;

    /** @param prefix the name of the properties up to the last dot, such as {@code ascjava.key} */
    KeyLoader(String prefix, AscProperties.Key key) {
        this.prefix = prefix;
        this.key = key;
    }

    /** Loads the key of the default client, if no property names one, from the environment variables of other tools. */
    static ApiKey defaultKey(AscProperties.Key key, Map<String, String> environment) {
        if (key.isSet()) {
            return new KeyLoader("ascjava.key", key).load();
        }
        if (!ApiKey.isConfigured(environment)) {
            throw new AscConfigurationException(
                    "No API key of App Store Connect is configured.",
                    "Set ascjava.key.id, ascjava.key.issuer-id (unless it is an individual key) and one of"
                            + " ascjava.key.private-key and ascjava.key.private-key-path, or the environment variables"
                            + " ASC_KEY_ID, ASC_ISSUER_ID and ASC_PRIVATE_KEY. An application that only receives webhooks"
                            + " needs no key: set ascjava.client.enabled to false. A test can use"
                            + " @AutoConfigureAscSandbox.",
                    null);
        }
        try {
            return ApiKey.fromEnvironment(environment);
        } catch (InvalidApiKeyException e) {
            throw new AscConfigurationException(
                    String.valueOf(e.getMessage()),
                    "Correct the environment variables, or set the properties ascjava.key.* instead.",
                    e);
        }
    }

    ApiKey load() {
        requireResolved();
        try {
            ApiKey loaded = value(key.jsonPath()) == null ? fromParts() : fromJson();
            Duration lifetime = key.tokenLifetime();
            return lifetime == null ? loaded : loaded.withTokenSettings(TokenSettings.lifetime(lifetime));
        } catch (InvalidApiKeyException | IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()), "Correct the properties " + prefix + ".*.", e);
        }
    }

    private void requireResolved() {
        Stream.of(
                        entry("id", key.id()),
                        entry("issuer-id", key.issuerId()),
                        entry("private-key", key.privateKey()),
                        entry("private-key-path", key.privateKeyPath()),
                        entry("json-path", key.jsonPath()))
                .filter(property -> UNRESOLVED.matcher(property.getValue()).matches())
                .findFirst()
                .ifPresent(property -> {
                    throw wrong(
                            "The property " + prefix + "." + property.getKey() + " is " + property.getValue()
                                    + ", and nothing defines that.",
                            "Set the environment variable or property, or correct its name.",
                            null);
                });
    }

    private static Map.Entry<String, String> entry(String name, @Nullable String text) {
        return Map.entry(name, text == null ? "" : text.strip());
    }

    private ApiKey fromJson() {
        if (Stream.of(key.id(), key.issuerId(), key.privateKey(), key.privateKeyPath())
                .anyMatch(StringUtils::hasText)) {
            throw wrong(
                    "The key is given twice: by " + prefix + ".json-path and by other properties.",
                    "Keep " + prefix + ".json-path, or the others.",
                    null);
        }
        return ApiKey.fromJson(path("json-path", key.jsonPath()));
    }

    private ApiKey fromParts() {
        String text = value(key.privateKey());
        String file = value(key.privateKeyPath());
        if (text != null && file != null) {
            throw wrong(
                    "The key is given twice: by " + prefix + ".private-key and by " + prefix + ".private-key-path.",
                    "Keep one of them.",
                    null);
        }
        return text == null ? fromFile(file) : fromText(id(), text);
    }

    private ApiKey fromText(String id, String text) {
        String issuer = value(key.issuerId());
        if (issuer == null) {
            requireTeam();
            return ApiKey.individual(id, text);
        }
        return key.inHouse() ? ApiKey.enterprise(issuer, id, text) : ApiKey.team(issuer, id, text);
    }

    private ApiKey fromFile(@Nullable String name) {
        Path file = name == null ? ApiKey.findFile(id()) : path("private-key-path", name);
        String id = value(key.id());
        String issuer = value(key.issuerId());
        if (issuer == null) {
            requireTeam();
            return id == null ? ApiKey.individual(file) : ApiKey.individual(id, file);
        }
        if (key.inHouse()) {
            return id == null ? ApiKey.enterprise(issuer, file) : ApiKey.enterprise(issuer, id, file);
        }
        return id == null ? ApiKey.team(issuer, file) : ApiKey.team(issuer, id, file);
    }

    private String id() {
        String id = value(key.id());
        if (id == null) {
            throw wrong(
                    "The property " + prefix + ".id is not set.",
                    "Set it to the key ID, which App Store Connect shows beside the key's name.",
                    null);
        }
        return id;
    }

    private void requireTeam() {
        if (key.inHouse()) {
            throw wrong(
                    "The property " + prefix + ".in-house is true, but " + prefix
                            + ".issuer-id is not set; the Enterprise" + " Program has no individual keys.",
                    "Set " + prefix + ".issuer-id, or remove " + prefix + ".in-house.",
                    null);
        }
    }

    private Path path(String property, @Nullable String text) {
        String name = text == null ? "" : text.strip();
        try {
            // Spring does not replace ~.
            return name.startsWith("~/")
                    ? Path.of(System.getProperty("user.home", ""), name.substring(2))
                    : Path.of(name);
        } catch (InvalidPathException e) {
            // Without the cause, which shows the text: it may be the key in place of its path.
            throw wrong(
                    "The property " + prefix + "." + property + " is not a valid path.",
                    "Set it to the path of the key file.",
                    null);
        }
    }

    private static @Nullable String value(@Nullable String text) {
        return StringUtils.hasText(text) ? text.strip() : null;
    }

    private static AscConfigurationException wrong(String problem, String action, @Nullable Throwable cause) {
        return new AscConfigurationException(problem, action, cause);
    }
}
