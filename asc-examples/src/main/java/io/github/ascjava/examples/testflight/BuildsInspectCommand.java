package io.github.ascjava.examples.testflight;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.LocalCommand;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.uploads.AppPackage;
import io.github.ascjava.uploads.EmbeddedBundle;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells what a package says about its app and the extensions in it. */
@Command(
        name = "inspect",
        description = "Tells what an .ipa or .pkg file says about its app and the extensions in it. Needs no key.")
final class BuildsInspectCommand extends LocalCommand {

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(index = "0", paramLabel = "FILE", description = "An .ipa or .pkg file.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private Path file;

    BuildsInspectCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Terminal terminal, Clock clock) {
        AppPackage app = PackageFile.inspect(file);
        Rows rows = new Rows("BUNDLE ID", "VERSION", "BUILD", "PLATFORM", "MINIMUM", "FAMILIES", "BYTES", "PATH")
                .freeText("BUNDLE ID", "VERSION", "BUILD", "MINIMUM", "PATH");
        rows.add(
                app.bundleId(),
                app.version(),
                app.buildNumber(),
                app.platform(),
                app.minimumSystemVersion(),
                app.deviceFamilies(),
                app.size(),
                app.fileName());
        for (EmbeddedBundle bundle : app.embedded()) {
            rows.add(bundle.bundleId(), bundle.version(), bundle.buildNumber(), null, null, null, null, bundle.path());
        }
        output.print(rows, terminal);
        return 0;
    }
}
