package io.github.ascjava.examples.signing;

import io.github.ascjava.client.model.provisioning.BundleId;
import io.github.ascjava.client.model.provisioning.Profile;
import io.github.ascjava.examples.cli.AscCommand;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.signing.ProfileHealth;
import io.github.ascjava.signing.Signing;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Verifies that profiles, certificates, identifiers and devices fit together, and shows what expires soon. */
@Command(
        name = "check",
        description = "Verifies that profiles, certificates, identifiers and devices fit together, and shows what"
                + " expires soon. Exit code 1 if there is anything to do.")
final class SigningCheckCommand extends AscCommand {

    /** Ten years, longer than any certificate is valid. */
    static final int MOST_DAYS = 3650;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--days",
            defaultValue = "30",
            description = "How soon is soon; ${DEFAULT-VALUE} days if not given.")
    private int days;

    @Option(names = "--all", description = "Show profiles without problems as well.")
    private boolean all;

    SigningCheckCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        requireRange("--days", days, 0, MOST_DAYS);
    }

    @Override
    protected int run(Session session) {
        List<ProfileHealth> profiles = Signing.of(session.asc()).health(Duration.ofDays(days));
        Rows rows = new Rows("PROFILE", "TYPE", "BUNDLE ID", "EXPIRES", "PROBLEMS").freeText("PROFILE", "PROBLEMS");
        int problems = 0;
        for (ProfileHealth health : profiles) {
            Profile profile = health.profile();
            if (all || !health.problems().isEmpty()) {
                rows.add(
                        profile.name(),
                        profile.profileType(),
                        profile.bundleId().included().map(BundleId::identifier).orElse(null),
                        profile.expirationDate() == null
                                ? null
                                : profile.expirationDate().toLocalDate(),
                        health.problems());
            }
            problems += health.problems().isEmpty() ? 0 : 1;
        }
        if (rows.size() > 0 || !output.isForPeople()) {
            output.print(rows, session.terminal());
        }
        session.terminal().note(problems + " of " + profiles.size() + " profiles need attention.");
        return problems == 0 ? 0 : 1;
    }
}
