package io.github.ascjava.examples.signing.store;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a command finds a key and its certificate: in a folder, or in a store. */
public final class SourceOptions extends StoreChoice {

    @Option(
            names = "--from",
            paramLabel = "FOLDER",
            defaultValue = "signing",
            description = "Where key and certificate are kept; ${DEFAULT-VALUE} if not given.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private Path from;

    @Override
    Path folder() {
        return from;
    }

    @Override
    String folderOption() {
        return "--from";
    }
}
