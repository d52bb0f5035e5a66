package io.github.ascjava.examples.signing;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.LocalCommand;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.signing.SigningFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a file signs, until when, and on which devices. */
@Command(
        name = "inspect",
        description = "Shows what a file signs, until when, and on which devices: .mobileprovision, .provisionprofile,"
                + " .p12, .cer, .ipa. Exit code 1 if it cannot be used now: expired, not valid yet, or changed after it"
                + " was signed.")
final class SigningInspectCommand extends LocalCommand {

    @Parameters(index = "0", paramLabel = "FILE", description = "The file; what it is, its content tells.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private Path file;

    @Option(
            names = "--root",
            paramLabel = "FILE",
            description = "Apple's root certificate, to check who signed a profile; without it, anybody may have.")
    private @Nullable Path root;

    @Mixin
    private final PasswordOptions password = new PasswordOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    SigningInspectCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Terminal terminal, Clock clock) throws IOException {
        X509Certificate trusted = root == null ? null : certificate(root);
        SigningFile read = SigningFile.read(file, password.read(this::environment));
        Rows rows = new Rows("WHAT", "FOUND").freeText("FOUND");
        SigningReport report = new SigningReport(rows, clock.instant(), trusted);
        boolean isUsable = report.add(read);
        output.print(rows, terminal);
        return isUsable ? 0 : 1;
    }

    private static X509Certificate certificate(Path file) throws IOException {
        if (SigningFile.read(file, null) instanceof SigningFile.OfCertificate found) {
            return found.certificate();
        }
        throw new FailedException("The file " + file + " is not a certificate.");
    }
}
