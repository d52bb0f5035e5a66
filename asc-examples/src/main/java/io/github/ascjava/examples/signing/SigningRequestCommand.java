package io.github.ascjava.examples.signing;

import io.github.ascjava.client.model.provisioning.CertificateType;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.KnownValues;
import io.github.ascjava.examples.cli.LocalCommand;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.examples.signing.store.PlaceOptions;
import io.github.ascjava.examples.signing.store.StoreChoice.Place;
import io.github.ascjava.signing.SigningAssets;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a certificate request for Apple's website. */
@Command(
        name = "request",
        description =
                "Prints a certificate request for Apple's website, and keeps its key in a folder until asc signing"
                        + " import brings the certificate. For certificates that no API key can create, such as Developer ID.")
final class SigningRequestCommand extends LocalCommand {

    private static final List<CertificateType> TYPES = Stream.concat(
                    KnownValues.of(CertificateType.class).stream(),
                    Stream.of(CertificateType.of("DEVELOPER_ID_INSTALLER")))
            .toList();

    @Parameters(index = "0", paramLabel = "TYPE", description = "The type, such as developer_id_application.")
    private String type = "";

    @Option(
            names = "--name",
            defaultValue = "App Signing",
            description = "The subject of the request, in place of which Apple sets its own; ${DEFAULT-VALUE} if not"
                    + " given.")
    private String name = "";

    @Mixin
    private final PlaceOptions place = new PlaceOptions();

    SigningRequestCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Terminal terminal, Clock clock) throws IOException {
        Optional<CertificateType> known = KnownValues.find(TYPES, type);
        if (known.isEmpty()) {
            throw wrongUsage("TYPE cannot be " + type + ". Possible are: "
                    + TYPES.stream().map(CertificateType::value).collect(Collectors.joining(", ")) + ".");
        }
        try (Place opened = place.open(this::environment, terminal, false)) {
            terminal.block(SigningAssets.in(opened.files())
                    .certificateRequest(known.get(), name)
                    .strip());
        }
        terminal.note("Upload this request on the website, and import the certificate with: asc signing import FILE "
                + place.option());
        return 0;
    }
}
