package io.github.ascjava.examples.webhooks;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import java.io.IOException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Replaces the secret of a webhook, which has no time in which both are used. */
@Command(
        name = "rotate",
        description = "Replaces the secret of a webhook without losing an event.",
        footer = {
            "",
            "App Store Connect changes from the old secret to the new one at once. So that no event is rejected:",
            "1. asc webhooks rotate ID --generate new-secret.txt    makes the new secret, and asks before it goes on.",
            "2. Restart what receives the events, accepting both secrets; asc webhooks listen takes --secret twice.",
            "3. Answer the question with y. App Store Connect signs with the new secret from now on.",
            "4. asc webhooks ping ID, and look at its delivery.",
            "5. After ten days, when no earlier delivery can be sent again, accept the new secret only. Earlier, if the old",
            "   one has leaked."
        })
final class WebhooksRotateCommand extends WritingCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The webhook.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private String id;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private NewSecret secret;

    WebhooksRotateCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        if (!secret.isUsable()) {
            throw wrongUsage("--secret is " + SecretSource.FORMS + ", not the secret itself.");
        }
    }

    @Override
    protected int run(Session session) throws IOException {
        String name = String.valueOf(session.asc().webhooks().get(id).execute().name());
        String text = secret.get(session, this::environment, isDryRun());
        confirm(
                session,
                "Does everything that receives the webhook " + name + " accept the secret of " + secret.argument()
                        + " besides the old one?");
        session.asc().webhooks().update(id, b -> b.secret(text)).execute();
        done(
                session,
                "App Store Connect signs with the new secret now. Try it with: asc webhooks ping " + id
                        + ". Accept the old one for ten more days, so that earlier deliveries can be sent again.");
        return 0;
    }
}
