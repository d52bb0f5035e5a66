package io.github.ascjava.examples;

import io.github.ascjava.client.api.apps.ListApps;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.examples.cli.AscCommand;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists all apps that the key reaches. */
@Command(name = "apps", description = "Lists the apps that the key reaches.")
final class AppsCommand extends AscCommand {

    @Mixin
    private final OutputOptions output = new OutputOptions();

    AppsCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Session session) {
        Rows rows = new Rows("ID", "BUNDLE ID", "SKU", "LOCALE", "NAME").freeText("SKU", "NAME");
        for (App app : session.asc().apps().list(q -> q.sort(ListApps.Sort.NAME).limit(200))) {
            rows.add(app.id(), app.bundleId(), app.sku(), app.primaryLocale(), app.name());
        }
        output.print(rows, session.terminal());
        return 0;
    }
}
