package io.github.ascjava.examples.testflight;

import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.uploads.AppPackage;
import io.github.ascjava.uploads.InvalidPackageException;
import java.nio.file.Path;

/** Reads packages that people name. */
final class PackageFile {

    private PackageFile() {}

    static AppPackage inspect(Path file) {
        try {
            return AppPackage.inspect(file);
        } catch (InvalidPackageException e) {
            throw new FailedException(String.valueOf(e.getMessage()), e);
        }
    }
}
