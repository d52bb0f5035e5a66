package io.github.ascjava.examples.reports.jdbc;

import io.github.ascjava.examples.cli.FailedException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The drivers in the jars of a folder, loaded apart from the classes of this program. */
final class DriverFolder implements AutoCloseable {

    private final Path folder;
    private final URLClassLoader loader;

    private DriverFolder(Path folder, URLClassLoader loader) {
        this.folder = folder;
        this.loader = loader;
    }

    static DriverFolder open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new FailedException("--driver-path is a folder with the jar of the database's driver, but " + folder
                    + (Files.exists(folder) ? " is not a folder." : " does not exist."));
        }
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                jars.add(url(jar));
            }
        }
        if (jars.isEmpty()) {
            throw new FailedException(folder + " has no jar. Put the jar of the database's driver there.");
        }
        // The driver sees Java and itself: a library that this program uses in another version is not in its way.
        return new DriverFolder(
                folder, new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()));
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }

    /** Connects with the driver that accepts the URL. */
    Connection connect(JdbcUrl url, Properties login) throws SQLException {
        try {
            for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
                if (driver.acceptsURL(url.value())) {
                    Connection connection = driver.connect(url.value(), login);
                    if (connection != null) {
                        return connection;
                    }
                }
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new FailedException("A driver in " + folder + " cannot be loaded: " + url.mask(e.getMessage())
                    + ". It may need another jar or a newer Java than "
                    + System.getProperty("java.specification.version") + ".");
        }
        throw new FailedException("No driver in " + folder + " accepts " + url
                + ". Put the jar of the driver there, and" + " check the beginning of the URL.");
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
