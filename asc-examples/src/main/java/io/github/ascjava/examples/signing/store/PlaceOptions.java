package io.github.ascjava.examples.signing.store;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a command keeps keys, certificates and profiles: in a folder, or in a store and nowhere else. */
public final class PlaceOptions extends StoreChoice {

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "signing",
            description = "Where keys, certificates and profiles are kept; ${DEFAULT-VALUE} if not given.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private Path out;

    @Override
    Path folder() {
        return out;
    }

    @Override
    String folderOption() {
        return "--out";
    }
}
