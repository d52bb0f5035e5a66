package io.github.ascjava.examples.devices;

import io.github.ascjava.client.api.provisioning.ListDevices;
import io.github.ascjava.client.model.provisioning.Device;
import io.github.ascjava.client.model.provisioning.DeviceStatus;
import io.github.ascjava.examples.cli.AscCommand;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists registered devices. */
@Command(name = "list", description = "Lists registered devices.")
final class DevicesListCommand extends AscCommand {

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--status", split = ",", description = "Only devices of these: ENABLED, DISABLED, PROCESSING.")
    private List<String> statuses = List.of();

    DevicesListCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Session session) {
        ListDevices query = new ListDevices().sort(ListDevices.Sort.NAME).limit(200);
        if (!statuses.isEmpty()) {
            query = query.filterStatus(statuses.stream().map(DeviceStatus::of).toArray(DeviceStatus[]::new));
        }
        Rows rows = new Rows("ID", "NAME", "CLASS", "MODEL", "STATUS", "UDID");
        for (Device device : session.asc().devices().list(query)) {
            rows.add(device.id(), device.name(), device.deviceClass(), device.model(), device.status(), device.udid());
        }
        output.print(rows, session.terminal());
        return 0;
    }
}
