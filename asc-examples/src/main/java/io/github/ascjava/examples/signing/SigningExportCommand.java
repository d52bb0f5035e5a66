package io.github.ascjava.examples.signing;

import io.github.ascjava.client.model.provisioning.CertificateType;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.LocalCommand;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.examples.signing.store.SourceOptions;
import io.github.ascjava.examples.signing.store.StoreChoice.Place;
import io.github.ascjava.signing.Pkcs12;
import io.github.ascjava.signing.Pkcs12Format;
import io.github.ascjava.signing.SigningAssets;
import io.github.ascjava.signing.SigningFolder;
import io.github.ascjava.signing.SigningIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a key and its certificate as PKCS#12. */
@Command(
        name = "export",
        description = "Writes a key and its certificate from a folder or store as a .p12 file for keychains and other"
                + " machines.")
final class SigningExportCommand extends LocalCommand {

    @Parameters(index = "0", paramLabel = "TYPE", description = "The type of certificate, such as distribution.")
    private String type = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The .p12 file to write; an existing one is replaced.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private Path file;

    @Option(
            names = "--for",
            defaultValue = "anything",
            description =
                    "macos or anything; ${DEFAULT-VALUE} if not given. The keychain of macOS rejects the encryption"
                            + " of today with \"MAC verification failed\", so macos writes triple DES, which is weak: give a long"
                            + " password, and delete the file after the import.")
    private String reader = "";

    @Mixin
    private final PasswordOptions password = new PasswordOptions();

    @Mixin
    private final SourceOptions source = new SourceOptions();

    SigningExportCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Terminal terminal, Clock clock) throws IOException {
        Pkcs12Format format = format();
        char[] secret = password.read(this::environment);
        if (secret == null) {
            throw wrongUsage("Give the password of the new file with --password-env or --password-file.");
        }
        SigningIdentity identity = identity(terminal);
        SigningFolder.writePrivate(file, Pkcs12.write(identity, secret, format));
        terminal.line("Wrote " + identity.name() + " to " + file + ".");
        if (format == Pkcs12Format.MACOS) {
            terminal.note(
                    "It is encrypted with triple DES, because macOS 13 and 14 import nothing newer. Delete it after"
                            + " the import.");
        }
        return 0;
    }

    private SigningIdentity identity(Terminal terminal) throws IOException {
        try (Place place = source.open(this::environment, terminal, true)) {
            return SigningAssets.in(place.files())
                    .identity(CertificateType.of(type.toUpperCase(Locale.ROOT)))
                    .orElseThrow(() -> new FailedException(
                            "The " + source.describe() + " has no key with its certificate of the type " + type + "."));
        }
    }

    private Pkcs12Format format() {
        return switch (reader.toLowerCase(Locale.ROOT)) {
            case "macos" -> Pkcs12Format.MACOS;
            case "anything" -> Pkcs12Format.MODERN;
            default -> throw wrongUsage("--for cannot be " + reader + ". Possible are: macos, anything.");
        };
    }
}
