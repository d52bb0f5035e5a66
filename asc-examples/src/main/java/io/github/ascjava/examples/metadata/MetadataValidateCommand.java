package io.github.ascjava.examples.metadata;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.LocalCommand;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.release.MetadataProblem;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks texts in files without a request. */
@Command(
        name = "validate",
        description =
                "Checks the texts of a folder or file without a request: lengths, characters, addresses, locales.",
        footer = {"", "Exit codes: 0 no errors, perhaps warnings; 1 errors; 2 wrong usage."})
final class MetadataValidateCommand extends LocalCommand {

    @Parameters(
            index = "0",
            paramLabel = "PATH",
            description = "The folder with one folder for each locale, or a .json or .yml file with all texts.")
    private Path path = Path.of("");

    @Mixin
    private final OutputOptions output = new OutputOptions();

    MetadataValidateCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Terminal terminal, Clock clock) {
        List<MetadataProblem> problems = MetadataPaths.files(path, false).validate();
        if (!output.isForPeople()) {
            Rows rows = new Rows("FILE", "LINE", "LOCALE", "KEY", "SEVERITY", "MESSAGE").freeText("MESSAGE");
            problems.forEach(each -> rows.add(
                    each.file(),
                    each.line() == 0 ? null : each.line(),
                    each.locale(),
                    each.key(),
                    severity(each),
                    each.message()));
            output.print(rows, terminal);
        } else if (problems.isEmpty()) {
            terminal.line("No problems.");
        } else {
            problems.forEach(each -> terminal.line(severity(each) + ": " + each));
        }
        terminal.out().flush();
        return problems.stream().anyMatch(MetadataProblem::isError) ? 1 : 0;
    }

    private static String severity(MetadataProblem problem) {
        return problem.isError() ? "error" : "warning";
    }
}
