package io.github.ascjava.examples.reports.jdbc;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The URL of a database, and the user and password that are not part of it. */
public final class Login {

    private final JdbcUrl url;
    private final Properties properties = new Properties();

    /**
     * Makes a login.
     *
     * @param user null if the URL has it
     * @param password null if the URL has it
     * @throws IllegalArgumentException if it is not the URL of a database; the message does not repeat it
     */
    public Login(String url, @Nullable String user, @Nullable String password) {
        this.url = new JdbcUrl(url, password);
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
    }

    JdbcUrl url() {
        return url;
    }

    Properties properties() {
        Properties copy = new Properties();
        copy.putAll(properties);
        return copy;
    }

    /** Returns the kind of database, without a password. */
    @Override
    public String toString() {
        return url.toString();
    }
}
