package io.github.ascjava.examples.webhooks;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Has a test event sent. */
@Command(name = "ping", description = "Has App Store Connect send a test event to a webhook.")
final class WebhooksPingCommand extends WritingCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The webhook.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private String id;

    WebhooksPingCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Session session) {
        session.asc().webhookPings().create(b -> b.webhook(id)).execute();
        done(session, "Requested a ping. See how it went with: asc webhooks deliveries " + id);
        return 0;
    }
}
