package io.github.ascjava.examples.webhooks;

import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Has deliveries sent again. */
@Command(
        name = "redeliver",
        description = "Has App Store Connect send deliveries again, as asc webhooks deliveries lists them.")
final class WebhooksRedeliverCommand extends WritingCommand {

    @Parameters(arity = "1..*", paramLabel = "DELIVERY", description = "IDs of deliveries, not of the webhook.")
    private List<String> ids = List.of();

    WebhooksRedeliverCommand(Connector connector) {
        super(connector);
    }

    /** Apple has been seen to repeat some and to fail for others, so one does not keep the others from being sent. */
    @Override
    protected int run(Session session) {
        int failures = 0;
        for (String id : ids) {
            try {
                session.asc().webhookDeliveries().create(b -> b.template(id)).execute();
                done(session, "Requested " + id + " again.");
            } catch (ApiException e) {
                failures++;
                session.terminal().line(id + " cannot be sent again: " + e.getMessage());
            }
        }
        session.terminal().out().flush();
        return failures == 0 ? 0 : 1;
    }
}
