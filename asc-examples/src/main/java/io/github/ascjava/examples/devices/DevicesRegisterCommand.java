package io.github.ascjava.examples.devices;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import io.github.ascjava.signing.DeviceEntry;
import io.github.ascjava.signing.DeviceRegistration;
import io.github.ascjava.signing.DeviceRegistration.Outcome;
import io.github.ascjava.signing.Signing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Registers the devices of a list, and skips those that are registered already. */
@Command(
        name = "register",
        description =
                "Registers the devices of a tab-separated list, as Apple's website takes it; known ones are skipped.")
final class DevicesRegisterCommand extends WritingCommand {

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(index = "0", paramLabel = "FILE", description = "Lines of identifier, tab, name, tab, ios or mac.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private Path file;

    DevicesRegisterCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Session session) throws IOException {
        List<DeviceEntry> wanted =
                DeviceEntry.read(Files.readString(file, StandardCharsets.UTF_8), String.valueOf(file.getFileName()));
        Rows rows = new Rows("UDID", "NAME", "RESULT").freeText("UDID", "NAME", "RESULT");
        List<DeviceRegistration> results = Signing.of(session.asc()).register(wanted, each -> {
            rows.add(each.entry().udid(), each.entry().name(), result(each));
            session.terminal().progress("Registered " + rows.size() + " of " + wanted.size());
        });
        session.terminal().progressDone();
        output.print(rows, session.terminal());
        return results.stream().noneMatch(each -> each.outcome() == Outcome.REJECTED) ? 0 : 1;
    }

    private static String result(DeviceRegistration registration) {
        return switch (registration.outcome()) {
            case REGISTERED -> "registered";
            case KNOWN -> "known as " + registration.detail();
            case REPEATED -> "twice in the list";
            case REJECTED -> String.valueOf(registration.detail());
        };
    }
}
