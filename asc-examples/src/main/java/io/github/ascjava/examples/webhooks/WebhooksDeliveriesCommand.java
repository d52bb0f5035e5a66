package io.github.ascjava.examples.webhooks;

import io.github.ascjava.client.api.webhooks.ListWebhookDeliveries;
import io.github.ascjava.client.model.webhooks.WebhookDelivery;
import io.github.ascjava.client.model.webhooks.WebhookDeliveryInclude;
import io.github.ascjava.client.model.webhooks.WebhookDeliveryState;
import io.github.ascjava.client.model.webhooks.WebhookEvent;
import io.github.ascjava.examples.cli.AscCommand;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Session;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what was sent to a webhook, and how it went. */
@Command(
        name = "deliveries",
        description = "Lists what was sent to a webhook in the last days, and how it went.",
        footer = {"", "Failed deliveries are not known to be repeated. Request that with: asc webhooks redeliver ID"})
final class WebhooksDeliveriesCommand extends AscCommand {

    /** Apple rejects earlier dates (docs/live-service.md#webhook-deliveries-need-a-recent-date). */
    private static final int MOST_DAYS = 10;

    /** While the request is under way, the date must not become too old. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(index = "0", paramLabel = "ID", description = "The webhook.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private String id;

    @Option(names = "--days", description = "How many days back, 1 to 10; all 10 if not given.")
    private int days = MOST_DAYS;

    @Option(names = "--failed", description = "Only deliveries that failed.")
    private boolean failed;

    WebhooksDeliveriesCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        requireRange("--days", days, 1, MOST_DAYS);
    }

    @Override
    protected int run(Session session) {
        String since = session.clock()
                .instant()
                .minus(Duration.ofDays(days))
                .plus(MARGIN)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        ListWebhookDeliveries query = new ListWebhookDeliveries()
                .filterCreatedDateGreaterThanOrEqualTo(since)
                .include(WebhookDeliveryInclude.EVENT)
                .limit(200);
        Rows rows = new Rows("ID", "CREATED", "STATE", "STATUS", "EVENT", "AGAIN", "ERROR").freeText("EVENT", "ERROR");
        for (WebhookDelivery delivery : session.asc().webhooks().listDeliveries(id, query)) {
            // Apple rejects a filter by state.
            if (!failed || WebhookDeliveryState.FAILED.equals(delivery.deliveryState())) {
                rows.add(
                        delivery.id(),
                        delivery.createdDate(),
                        delivery.deliveryState(),
                        delivery.response() == null ? null : delivery.response().httpStatusCode(),
                        type(delivery.event().included().orElse(null)),
                        delivery.redelivery(),
                        delivery.errorMessage());
            }
        }
        output.print(rows, session.terminal());
        return 0;
    }

    private static @Nullable Object type(@Nullable WebhookEvent event) {
        return event == null ? null : Boolean.TRUE.equals(event.ping()) ? "ping" : event.eventType();
    }
}
