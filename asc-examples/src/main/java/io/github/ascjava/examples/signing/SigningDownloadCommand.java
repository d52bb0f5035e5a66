package io.github.ascjava.examples.signing;

import io.github.ascjava.examples.cli.AscCommand;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.signing.store.PlaceOptions;
import io.github.ascjava.examples.signing.store.StoreChoice.Place;
import io.github.ascjava.signing.Signing;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Downloads all profiles and certificates. */
@Command(
        name = "download",
        description = "Downloads all profiles, and all certificates without their keys, which Apple does not have. Exit"
                + " code 1 if Apple sends none of the content of one.")
final class SigningDownloadCommand extends AscCommand {

    @Mixin
    private final PlaceOptions place = new PlaceOptions();

    SigningDownloadCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Session session) throws IOException {
        try (Place opened = place.open(this::environment, session.terminal(), false)) {
            Signing.Download download = Signing.of(session.asc()).download(opened.files());
            download.written().forEach(session.terminal()::line);
            download.skipped().forEach(session.terminal()::note);
            return download.skipped().isEmpty() ? 0 : 1;
        }
    }
}
