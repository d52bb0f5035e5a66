package io.github.ascjava.examples.signing;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.LocalCommand;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.examples.signing.store.PlaceOptions;
import io.github.ascjava.examples.signing.store.StoreChoice.Place;
import io.github.ascjava.signing.SigningAssets;
import io.github.ascjava.signing.SigningFile;
import io.github.ascjava.signing.SigningIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes over what was made elsewhere. */
@Command(
        name = "import",
        description =
                "Takes over a key and a certificate that were made elsewhere, such as a Developer ID certificate of"
                        + " the website: a .p12 file, or a .cer file whose key is in the folder or in another file.")
final class SigningImportCommand extends LocalCommand {

    @Parameters(index = "0", paramLabel = "FILE", description = "The .p12 or .cer file.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private Path file;

    @Option(names = "--key", paramLabel = "FILE", description = "The key of a .cer file, PEM or DER.")
    private @Nullable Path key;

    @Mixin
    private final PasswordOptions password = new PasswordOptions();

    @Mixin
    private final PlaceOptions place = new PlaceOptions();

    SigningImportCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Terminal terminal, Clock clock) throws IOException {
        char[] secret = password.read(this::environment);
        SigningFile read = SigningFile.read(file, secret);
        List<SigningIdentity> identities = new ArrayList<>();
        X509Certificate certificate = null;
        if (read instanceof SigningFile.OfPkcs12 pkcs12) {
            identities.addAll(pkcs12.content().identities());
            if (identities.isEmpty()) {
                throw new FailedException("The file " + file + " holds no key with its certificate.");
            }
        } else if (read instanceof SigningFile.OfCertificate found) {
            certificate = found.certificate();
            if (key != null) {
                identities.add(identity(certificate, key, secret));
            }
        } else {
            throw new FailedException("The file " + file
                    + " is neither a .p12 nor a .cer file; see what it is with: asc" + " signing inspect " + file);
        }
        identities.forEach(each -> requireValid(each.certificate(), clock.instant()));
        try (Place opened = place.open(this::environment, terminal, false)) {
            SigningAssets assets = SigningAssets.in(opened.files());
            for (SigningIdentity each : identities) {
                terminal.line("Took over " + each.name() + ", in " + assets.importIdentity(each) + ".");
            }
            if (certificate != null && identities.isEmpty()) {
                requireValid(certificate, clock.instant());
                terminal.line("Took over the certificate, in " + assets.importCertificate(certificate) + ".");
            }
        }
        return 0;
    }

    private static SigningIdentity identity(X509Certificate certificate, Path key, char @Nullable [] secret)
            throws IOException {
        if (SigningFile.read(key, secret) instanceof SigningFile.OfKey found) {
            return SigningIdentity.of(found.key(), certificate);
        }
        throw new FailedException("The file " + key + " is not a private key.");
    }

    private static void requireValid(X509Certificate certificate, Instant now) {
        if (certificate.getNotAfter().toInstant().isBefore(now)) {
            throw new FailedException(
                    "The certificate expired on " + certificate.getNotAfter().toInstant()
                            + " by this machine's clock, which says " + now + ". Nothing was taken over.");
        }
    }
}
