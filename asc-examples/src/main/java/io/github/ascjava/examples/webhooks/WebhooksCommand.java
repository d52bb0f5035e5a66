package io.github.ascjava.examples.webhooks;

import io.github.ascjava.examples.cli.GroupCommand;
import picocli.CommandLine.Command;

/** Jobs on webhooks. */
@Command(
        name = "webhooks",
        description = "Jobs on webhooks, which tell a server of events of an app.",
        subcommands = {
            WebhooksListCommand.class,
            WebhooksAddCommand.class,
            WebhooksPingCommand.class,
            WebhooksRotateCommand.class,
            WebhooksDeliveriesCommand.class,
            WebhooksRedeliverCommand.class,
            WebhooksListenCommand.class
        })
public final class WebhooksCommand extends GroupCommand {}
