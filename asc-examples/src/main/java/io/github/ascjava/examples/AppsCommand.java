package io.github.ascjava.examples;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.apps.ListApps;
import io.github.ascjava.client.model.apps.App;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** Prints a table of all apps that the key reaches. */
@Command(name = "apps", description = "Lists the apps that the key reaches.")
final class AppsCommand extends AscCommand {

    AppsCommand(Connector connector) {
        super(connector);
    }

    @Override
    int run(AppStoreConnect asc, PrintWriter out) {
        Table table = new Table("ID", "BUNDLE ID", "SKU", "LOCALE", "NAME");
        for (App app : asc.apps().list(q -> q.sort(ListApps.Sort.NAME).limit(200))) {
            table.row(app.id(), app.bundleId(), app.sku(), app.primaryLocale(), app.name());
        }
        table.print(out);
        return 0;
    }
}
