package io.github.ascjava.examples.signing.store;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.signing.match.MatchContents;
import io.github.ascjava.signing.match.MatchIdentity;
import io.github.ascjava.signing.match.MatchRepository;
import io.github.ascjava.signing.store.SigningStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes over what fastlane match stores. */
@Command(
        name = "import-match",
        description = "Takes over what fastlane match stores: the newest certificate of each type with its key, and the"
                + " profiles. Nothing is written but the store.")
final class StoreImportMatchCommand extends StoreSubcommand {

    @Parameters(
            index = "0",
            paramLabel = "MATCH-FOLDER",
            description = "The checked-out branch of the team, or the downloaded bucket.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private Path from;

    @Option(
            names = "--match-passphrase-env",
            paramLabel = "NAME",
            defaultValue = "MATCH_PASSWORD",
            description = "The variable that holds the passphrase of match; ${DEFAULT-VALUE} if not given.")
    private String variable = "";

    @Option(
            names = "--match-passphrase-fd",
            paramLabel = "NUMBER",
            description = "The file descriptor whose first line is the passphrase of match.")
    private @Nullable Integer descriptor;

    @Option(names = "--skip-unusable", description = "Take over the rest if some files cannot be used.")
    private boolean skipUnusable;

    StoreImportMatchCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Terminal terminal, Clock clock) throws IOException {
        MatchContents contents = read(terminal);
        contents.problems().forEach(terminal::note);
        if (!contents.problems().isEmpty() && !skipUnusable) {
            throw new FailedException(
                    "Nothing was taken over, because " + contents.problems().size()
                            + " files cannot be used. Repair them, or take over the rest with --skip-unusable.");
        }
        try (SigningStore store = open(terminal)) {
            MatchContents.Imported[] imported = new MatchContents.Imported[1];
            store.pushTogether(place -> imported[0] = contents.importInto(place, clock.instant()));
            imported[0].imported().forEach(what -> terminal.line("Took over " + what + "."));
            imported[0].skipped().forEach(terminal::note);
            contents.identities().stream()
                    .filter(each -> !each.kind().isRenewableByApiKey())
                    .forEach(each -> terminal.note(advice(each)));
            generation(terminal, store);
            return 0;
        }
    }

    private static String advice(MatchIdentity identity) {
        return identity.identity().name() + " can be renewed by the Account Holder only, on the website, before "
                + identity.expiration() + ".";
    }

    private MatchContents read(Terminal terminal) throws IOException {
        char[] passphrase = new PassphraseSource("fastlane match", variable, descriptor, "--match-passphrase-fd")
                .read(this::environment, terminal, false);
        try {
            return MatchRepository.of(from).read(passphrase);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }
}
