package io.github.ascjava.codegen;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where tests look for Apple's document: at a given path, or else in a folder, where the highest version wins.
 *
 * @param given a path, which must lead to a file, or null
 * @param folder a folder that may contain documents; need not exist
 */
record DocumentSearch(@Nullable String given, Path folder) {

    /** The system property of the generator's command and of the tests. */
    static final String PROPERTY = "document";

    /** Beside the project, relative to the folder of a module, where its tests run. */
    private static final Path BESIDE_PROJECT = Path.of("..", "..", "shared", "spec");

    static DocumentSearch ofBuild() {
        return new DocumentSearch(System.getProperty(PROPERTY), BESIDE_PROJECT);
    }

    Optional<Path> find() {
        if (given == null || given.isBlank()) {
            return newest();
        }
        Path file = Path.of(given).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("-D" + PROPERTY + " names a file that does not exist: " + file
                    + ". Pass an absolute path, or omit the property.");
        }
        return Optional.of(file);
    }

    /** A sentence that explains an empty search. */
    String absence() {
        return "No OpenAPI document was found to compare with: -D" + PROPERTY + " is not set, and no JSON file in "
                + folder.toAbsolutePath().normalize() + " has an info.version.";
    }

    private Optional<Path> newest() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .flatMap(file -> version(file).map(version -> Map.entry(version, file)).stream())
                    .max(Comparator.comparing(Map.Entry::getKey))
                    .map(Map.Entry::getValue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops reading at the version; a file without one is not an OpenAPI document. */
    private static Optional<Version> version(Path file) {
        try (JsonParser parser = new JsonFactory().createParser(file.toFile());
                JsonParser filtered = new FilteringParserDelegate(
                        parser, new JsonPointerBasedFilter("/info/version"), Inclusion.ONLY_INCLUDE_ALL, false)) {
            return Optional.ofNullable(filtered.nextTextValue()).map(Version::parse);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
