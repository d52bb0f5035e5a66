package io.github.ascjava.examples.devices;

import io.github.ascjava.client.model.provisioning.Device;
import io.github.ascjava.client.model.provisioning.DeviceStatus;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Disables devices; Apple gives their places back only when the membership year ends. */
@Command(name = "disable", description = "Disables devices. Their places are free again when the membership year ends.")
final class DevicesDisableCommand extends WritingCommand {

    @Parameters(arity = "1..*", paramLabel = "UDID", description = "The identifiers of the devices.")
    private List<String> udids = List.of();

    DevicesDisableCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Session session) {
        Map<String, Device> registered = Udids.registered(session.asc());
        List<Device> devices =
                udids.stream().map(udid -> find(registered, udid)).toList();
        List<String> names =
                devices.stream().map(device -> String.valueOf(device.name())).toList();
        confirm(session, "Disable " + String.join(", ", names) + "? Profiles that list them become invalid.");
        for (Device device : devices) {
            session.asc()
                    .devices()
                    .update(device.id(), b -> b.status(DeviceStatus.DISABLED))
                    .execute();
            done(session, device.name() + " is disabled.");
        }
        return 0;
    }

    private static Device find(Map<String, Device> registered, String udid) {
        Device device = registered.get(Udids.normalized(udid));
        if (device == null) {
            throw new FailedException("No device has the identifier " + udid + ". See them all with: asc devices list");
        }
        return device;
    }
}
