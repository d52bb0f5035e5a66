package io.github.ascjava.examples.devices;

import io.github.ascjava.client.api.provisioning.ListDevices;
import io.github.ascjava.client.model.provisioning.Device;
import io.github.ascjava.client.model.provisioning.DeviceStatus;
import io.github.ascjava.examples.cli.AscCommand;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.KnownValues;
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

    @Option(names = "--status", split = ",", description = "Only devices of these: ENABLED, DISABLED.")
    private List<String> statuses = List.of();

    DevicesListCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        statuses.forEach(this::status);
    }

    /** Devices can be PROCESSING, but Apple does not filter by that. */
    private DeviceStatus status(String text) {
        return oneOf(KnownValues.except(DeviceStatus.PROCESSING, DeviceStatus.class), "--status", text);
    }

    @Override
    protected int run(Session session) {
        ListDevices query = new ListDevices().sort(ListDevices.Sort.NAME).limit(200);
        if (!statuses.isEmpty()) {
            query = query.filterStatus(statuses.stream().map(this::status).toArray(DeviceStatus[]::new));
        }
        Rows rows = new Rows("ID", "NAME", "CLASS", "MODEL", "STATUS", "UDID").freeText("NAME", "MODEL");
        for (Device device : session.asc().devices().list(query)) {
            rows.add(device.id(), device.name(), device.deviceClass(), device.model(), device.status(), device.udid());
        }
        output.print(rows, session.terminal());
        return 0;
    }
}
