package io.github.ascjava.examples.signing.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command also writes the profiles that it makes, if anywhere: to a folder, or to a store. */
public final class CopyOptions extends StoreChoice {

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where to write the new profiles to.")
    private @Nullable Path out;

    @Override
    @Nullable
    Path folder() {
        return out;
    }

    @Override
    String folderOption() {
        return "--out";
    }
}
