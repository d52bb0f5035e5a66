package io.github.ascjava.examples.users;

import io.github.ascjava.examples.cli.GroupCommand;
import picocli.CommandLine.Command;

/** Jobs on the members of the team. */
@Command(
        name = "users",
        description = "Jobs on the members of the team.",
        subcommands = {
            UsersAuditCommand.class,
            UsersInviteCommand.class,
            UsersRolesCommand.class,
            UsersAppsCommand.class,
            UsersRemoveCommand.class
        })
public final class UsersCommand extends GroupCommand {}
