package io.github.ascjava.examples.webhooks;

import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.webhooks.Webhook;
import io.github.ascjava.examples.cli.AppLookup;
import io.github.ascjava.examples.cli.AscCommand;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Session;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the webhooks of one app or of all. */
@Command(name = "list", description = "Lists the webhooks of an app, or of all apps.")
final class WebhooksListCommand extends AscCommand {

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--app",
            paramLabel = "APP",
            description = "Only webhooks of this app: its bundle ID, or its Apple ID.")
    private @Nullable String app;

    @Option(names = "--urls", description = "Print whole URLs, which may contain tokens, instead of hosts.")
    private boolean urls;

    WebhooksListCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Session session) {
        List<App> apps = app == null
                ? session.asc().apps().list(q -> q.limit(200)).toList()
                : List.of(AppLookup.app(session.asc(), app));
        Rows rows = new Rows("ID", "BUNDLE ID", "NAME", "ENABLED", "URL", "EVENTS").freeText("NAME", "URL");
        for (App each : apps) {
            for (Webhook webhook : session.asc().apps().listWebhooks(each.id())) {
                rows.add(
                        webhook.id(),
                        each.bundleId(),
                        webhook.name(),
                        webhook.enabled(),
                        address(webhook.url()),
                        webhook.eventTypes());
            }
        }
        output.print(rows, session.terminal());
        return 0;
    }

    private @Nullable String address(@Nullable URI url) {
        if (url == null) {
            return null;
        }
        return urls ? url.toString() : url.getScheme() + "://" + url.getHost();
    }
}
