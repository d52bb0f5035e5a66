package io.github.ascjava.release.internal.metadata;

import io.github.ascjava.workflows.internal.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder in the layout of fastlane's deliver: {@code LOCALE/description.txt} and so on.
 *
 * <p>An empty file says nothing, as in deliver, which writes one for every text that an app does not have.
 */
public final class DeliverFolder implements TextStore {

    private final Path folder;
    private final boolean isEmptyClearing;

    /** A folder, which need not exist. */
    public DeliverFolder(Path folder, boolean isEmptyClearing) {
        this.folder = folder;
        this.isEmptyClearing = isEmptyClearing;
    }

    @Override
    public Path path() {
        return folder;
    }

    @Override
    public Path stateFile() {
        return folder.resolve(".asc-metadata.json");
    }

    @Override
    public boolean isEmptyClearing() {
        return isEmptyClearing;
    }

    @Override
    public Optional<String> reasonAgainstWriting() {
        return Files.exists(folder) && !Files.isDirectory(folder)
                ? Optional.of(folder + " is not a folder.")
                : Optional.empty();
    }

    @Override
    public FileTexts read() {
        return DeliverReader.read(folder);
    }

    /** Links are not followed, because the text of another locale, or a file elsewhere, would change. */
    @Override
    public List<Finding> check(List<Change> changes) {
        List<Finding> findings = new ArrayList<>();
        for (Change change : changes) {
            Path file = file(change);
            Path locale = folder.resolve(change.locale());
            boolean isLink = Files.isSymbolicLink(locale) || Files.isSymbolicLink(file);
            if (isLink || (Files.exists(locale) && !Files.isDirectory(locale)) || Files.isDirectory(file)) {
                findings.add(new Finding(
                        file.toString(),
                        0,
                        change.locale(),
                        change.field().key(),
                        isLink
                                ? "This is a symbolic link, or in one, and a pull writes through none. Replace it by a copy."
                                : "This cannot be written, because a file or a folder is in the way. Move it.",
                        true));
            }
        }
        return findings;
    }

    @Override
    public List<Path> write(List<Change> changes) {
        List<Path> written = new ArrayList<>();
        for (Change change : changes) {
            Path file = file(change);
            try {
                Files.createDirectories(folder.resolve(change.locale()));
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "The folder " + file.getParent() + " could not be created: " + e + ".", e);
            }
            String text = change.value() == null ? "\n" : change.value() + "\n";
            AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
            written.add(file);
        }
        return List.copyOf(written);
    }

    private Path file(Change change) {
        return folder.resolve(change.locale()).resolve(change.field().file());
    }
}
