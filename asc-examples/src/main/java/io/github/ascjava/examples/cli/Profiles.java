package io.github.ascjava.examples.cli;

import io.github.ascjava.auth.ApiKey;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses where key and base URL come from: the profile that {@code --profile} names, else that of {@code ASC_PROFILE}, else the
 * variables of the environment. Key and base URL come from one place together, never from two.
 */
final class Profiles {

    private static final String VARIABLE = "ASC_PROFILE";

    private final Map<String, String> environment;

    Profiles(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Returns the variables that key and base URL are read from; those of a profile have the same names.
     *
     * @param option the value of {@code --profile}, or null without it
     */
    Map<String, String> variables(@Nullable String option) {
        if (option != null) {
            return profile(option.strip());
        }
        String name = environment.getOrDefault(VARIABLE, "").strip();
        if (name.isEmpty()) {
            return environment;
        }
        if (ApiKey.isConfigured(environment)
                || !environment.getOrDefault(Connector.BASE_URL, "").isBlank()) {
            throw new FailedException(VARIABLE + " names the profile " + name
                    + ", but the environment also has a key or " + Connector.BASE_URL
                    + ". Unset one of them, or choose the profile with --profile " + name + ".");
        }
        return profile(name);
    }

    private Map<String, String> profile(String name) {
        Path file = file();
        Map<String, Map<String, String>> profiles = new ProfileFile(file).read();
        Map<String, String> settings = profiles.get(name);
        if (settings == null) {
            throw new FailedException("There is no profile " + name + " in " + file + ". "
                    + (profiles.isEmpty()
                            ? "The file has no profiles."
                            : "There are: " + String.join(", ", profiles.keySet()) + "."));
        }
        Map<String, String> variables = new HashMap<>();
        settings.forEach((setting, value) ->
                variables.put("ASC_" + setting.toUpperCase(Locale.ROOT), value(name, setting, value, file)));
        if (!ApiKey.isConfigured(variables)) {
            throw new FailedException("The profile " + name + " in " + file
                    + " names no key. Set key_id, issuer_id (unless it is an individual key) and private_key_path.");
        }
        return variables;
    }

    private String value(String profile, String setting, String value, Path file) {
        try {
            String resolved = new ValueReferences(this::variable).resolve(value);
            // The working folder changes from one run to the next.
            return setting.endsWith("_path")
                    ? file.resolveSibling(ValueReferences.path(resolved)).toString()
                    : resolved;
        } catch (FailedException e) {
            throw new FailedException(
                    "The setting " + setting + " of the profile " + profile + ": " + e.getMessage(), e);
        }
    }

    private @Nullable String variable(String name) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? null : value;
    }

    private Path file() {
        String configured = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path folder =
                configured.startsWith("/") ? Path.of(configured) : Path.of(System.getProperty("user.home"), ".config");
        return folder.resolve("asc").resolve("config");
    }
}
