package io.github.ascjava.examples.reports.jdbc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The URL of a database, which may hold a password; no text that is shown has either. */
final class JdbcUrl {

    private static final Pattern START = Pattern.compile("jdbc:[A-Za-z0-9_+.-]+:");

    /** Passwords in the forms of common drivers: a parameter, after the user before the host, after the user of Oracle. */
    private static final Pattern PASSWORD = Pattern.compile(
            "(?i)(?:[?&;,(]|^)\\s*[\\w.-]*(?:password|passwd|pwd|passphrase|secret|token|key)\\s*=\\s*(\\{[^}]*\\}|[^;&,)]+)"
                    + "|//[^/@:]*:([^/]*)@|:(?:thin|oci):[^/@]*/([^@]*)@");

    private static final String MASK = "***";

    private final String url;
    private final Set<String> secrets = new HashSet<>();

    /**
     * Reads a URL.
     *
     * @param password the one that is given beside the URL
     * @throws IllegalArgumentException if it is not a JDBC URL
     */
    JdbcUrl(String url, @Nullable String password) {
        if (!START.matcher(url).lookingAt()) {
            throw new IllegalArgumentException(
                    "--jdbc is the URL of a database, such as jdbc:postgresql://localhost/sales.");
        }
        this.url = url;
        Matcher matcher = PASSWORD.matcher(url);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                remember(matcher.group(group));
            }
        }
        remember(password);
    }

    private void remember(@Nullable String secret) {
        if (secret == null || secret.isBlank()) {
            return;
        }
        secrets.add(secret);
        if (secret.startsWith("{") && secret.endsWith("}")) {
            // The quotes of SQL Server.
            remember(secret.substring(1, secret.length() - 1));
        }
        try {
            secrets.add(URLDecoder.decode(secret, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // Not percent-encoded, so the password itself is all that a driver can show.
        }
    }

    /** Returns the URL for the driver. */
    String value() {
        return url;
    }

    /** Returns a text, such as the message of a driver, without the URL and the password. */
    String mask(@Nullable String text) {
        String masked = String.valueOf(text).replace(url, toString());
        for (String secret : secrets.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList()) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }

    /** Returns the beginning, which names the kind of database. */
    @Override
    public String toString() {
        Matcher start = START.matcher(url);
        return (start.lookingAt() ? start.group() : "") + MASK;
    }
}
