package io.github.ascjava.examples.webhooks;

import io.github.ascjava.client.model.webhooks.Webhook;
import io.github.ascjava.client.model.webhooks.WebhookEventType;
import io.github.ascjava.examples.cli.AppLookup;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.KnownValues;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Registers a webhook for an app. */
@Command(
        name = "add",
        description = "Registers a webhook for an app; an app has at most ten.",
        footer = {"", "Start what receives the events first, and then: asc webhooks ping ID"})
final class WebhooksAddCommand extends WritingCommand {

    @Option(
            names = "--app",
            paramLabel = "APP",
            required = true,
            description = AppLookup.DESCRIPTION + " It stays for good.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private String app;

    @Option(names = "--url", required = true, description = "Where App Store Connect sends events to.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private URI url;

    @Option(names = "--name", required = true, description = "What App Store Connect shows.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private String name;

    @Option(
            names = "--event",
            split = ",",
            description = "Only events of these types, such as BUILD_UPLOAD_STATE_UPDATED.")
    private List<String> events = List.of();

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private NewSecret secret;

    WebhooksAddCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        if (!secret.isUsable()) {
            throw wrongUsage("--secret is " + SecretSource.FORMS + ", not the secret itself.");
        }
        if (!url.isAbsolute() || url.getHost() == null) {
            throw wrongUsage("--url is an address such as https://ci.example.com/app-store.");
        }
        types();
    }

    private List<WebhookEventType> types() {
        List<WebhookEventType> known = KnownValues.of(WebhookEventType.class);
        return events.isEmpty()
                ? known
                : events.stream().map(each -> oneOf(known, "--event", each)).toList();
    }

    @Override
    protected int run(Session session) throws IOException {
        String appId = AppLookup.id(session.asc(), app);
        String text = secret.get(session, this::environment, isDryRun());
        Webhook webhook = session.asc()
                .webhooks()
                .create(b -> b.app(appId)
                        .name(name)
                        .url(url)
                        .secret(text)
                        .enabled(true)
                        .eventTypes(types()))
                .execute();
        done(session, "Added the webhook " + webhook.id() + ". Try it with: asc webhooks ping " + webhook.id());
        return 0;
    }
}
