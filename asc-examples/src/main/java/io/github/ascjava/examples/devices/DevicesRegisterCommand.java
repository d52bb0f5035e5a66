package io.github.ascjava.examples.devices;

import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.model.provisioning.Device;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        List<DeviceFile.Line> wanted = DeviceFile.read(file);
        Map<String, Device> registered = Udids.registered(session.asc());
        Set<String> seen = new HashSet<>();
        Rows rows = new Rows("UDID", "NAME", "RESULT").freeText("UDID", "NAME", "RESULT");
        int failures = 0;
        for (DeviceFile.Line line : wanted) {
            session.terminal().progress("Registering " + (rows.size() + 1) + " of " + wanted.size());
            String udid = Udids.normalized(line.udid());
            Device known = registered.get(udid);
            if (known != null) {
                rows.add(line.udid(), line.name(), "known as " + known.name());
            } else if (!seen.add(udid)) {
                rows.add(line.udid(), line.name(), "twice in the list");
            } else {
                String result = register(session, line);
                failures += result.equals("registered") ? 0 : 1;
                rows.add(line.udid(), line.name(), result);
            }
        }
        session.terminal().progressDone();
        output.print(rows, session.terminal());
        return failures == 0 ? 0 : 1;
    }

    /** One bad identifier does not keep the others from being registered. */
    private static String register(Session session, DeviceFile.Line line) {
        try {
            session.asc()
                    .devices()
                    .create(b -> b.name(line.name()).platform(line.platform()).udid(line.udid()))
                    .execute();
            return "registered";
        } catch (ConflictException e) {
            return e.errors().isEmpty()
                    ? "refused with status " + e.status()
                    : String.valueOf(e.errors().get(0).detail());
        }
    }
}
