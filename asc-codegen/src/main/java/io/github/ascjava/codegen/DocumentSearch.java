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
 * Where tests look for Apple's document: at the path they are given, else for the highest version in a folder.
 *
 * @param given a path, which then has to lead to a file, or null
 * @param folder where documents may lie; need not exist
 */
record DocumentSearch(@Nullable String given, Path folder) {

    /** The system property that the generator's command and the tests both take. */
    static final String PROPERTY = "document";

    /** Beside the project, seen from the folder of a module, where its tests run. */
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
            throw new IllegalArgumentException("There is no file at " + file + ", where -D" + PROPERTY
                    + " says that Apple's OpenAPI document is. Pass an absolute path, or leave the property out.");
        }
        return Optional.of(file);
    }

    /** A sentence for whoever finds nothing. */
    String absence() {
        return "There is no OpenAPI document to compare with: -D" + PROPERTY + " is not set, and no JSON file in "
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

    /** Reads no further than the version; a file without one is not an OpenAPI document. */
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
