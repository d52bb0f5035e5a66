package io.github.ascjava.release;

import io.github.ascjava.client.model.appstore.AppMediaAssetState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import okio.BufferedSource;
import okio.HashingSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** A file that Apple should have. */
record LocalFile(Path path, String name, long size) {

    static LocalFile of(Path path) {
        try {
            return new LocalFile(path, String.valueOf(path.getFileName()), Files.size(path));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** Returns what is wrong with a file. */
    static Optional<String> problem(Path path) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            return Optional.of("The file " + path + " does not exist, or cannot be read. Check its path.");
        }
        return LocalFile.of(path).size == 0
                ? Optional.of("The file " + path + " is empty. Apple takes no empty files.")
                : Optional.empty();
    }

    /** Returns whether Apple has this content, completely. */
    boolean isIn(@Nullable AppMediaAssetState delivery, @Nullable Long bytes, @Nullable String md5) {
        String state = delivery == null || delivery.state() == null
                ? ""
                : delivery.state().value();
        boolean isThere = state.equals("COMPLETE") || state.equals("UPLOAD_COMPLETE");
        return isThere && bytes != null && bytes == size && (md5 == null || md5.equalsIgnoreCase(md5()));
    }

    private String md5() {
        HashingSink hash = HashingSink.md5(Okio.blackhole());
        try (BufferedSource source = Okio.buffer(Okio.source(path))) {
            source.readAll(hash);
            return hash.hash().hex();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static UncheckedIOException unreadable(Path path, IOException cause) {
        return new UncheckedIOException("The file " + path + " cannot be read: " + cause + ". Check its path.", cause);
    }

    /** Returns how a plan shows it. */
    String describe() {
        return size + " bytes";
    }
}
