package io.github.ascjava.examples.signing;

import io.github.ascjava.client.model.provisioning.Profile;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import io.github.ascjava.examples.signing.store.CopyOptions;
import io.github.ascjava.examples.signing.store.StoreChoice.Place;
import io.github.ascjava.signing.ProfileHealth;
import io.github.ascjava.signing.Signing;
import io.github.ascjava.signing.SigningException;
import io.github.ascjava.signing.SigningFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes profiles anew that are invalid, expired or about to expire, and writes them to disk. */
@Command(
        name = "renew",
        description = "Makes profiles anew that are invalid, expired or about to expire. Apple gives them new ids.")
final class SigningRenewCommand extends WritingCommand {

    @Parameters(arity = "0..*", paramLabel = "PROFILE", description = "Names; all that need it if none is given.")
    private List<String> names = List.of();

    @Option(
            names = "--days",
            defaultValue = "30",
            description = "How soon is soon; ${DEFAULT-VALUE} days if not given.")
    private int days;

    @Mixin
    private final CopyOptions copies = new CopyOptions();

    SigningRenewCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        requireRange("--days", days, 0, SigningCheckCommand.MOST_DAYS);
    }

    @Override
    protected int run(Session session) throws IOException {
        Signing signing = Signing.of(session.asc());
        List<Profile> stale = signing.health(Duration.ofDays(days)).stream()
                .filter(health -> names.isEmpty()
                        ? !health.problems().isEmpty()
                        : names.contains(String.valueOf(health.profile().name())))
                .map(ProfileHealth::profile)
                .toList();
        if (stale.isEmpty()) {
            if (!names.isEmpty()) {
                throw new FailedException("No profile is called " + String.join(" or ", names)
                        + ". See them all with: asc signing check --all");
            }
            session.terminal().line("No profile needs to be renewed.");
            return 0;
        }
        confirm(session, "Delete " + stale.stream().map(Profile::name).toList() + " and make them anew?");
        if (isDryRun() || !copies.isGiven()) {
            return renew(session, signing, stale, null);
        }
        // It is opened before the first profile is deleted: the passphrase may be wrong.
        try (Place place = copies.open(this::environment, session.terminal(), false)) {
            return renew(session, signing, stale, place.files());
        }
    }

    private int renew(Session session, Signing signing, List<Profile> stale, @Nullable SigningFiles files)
            throws IOException {
        int failures = 0;
        for (Profile profile : stale) {
            failures += renew(session, signing, profile, files) ? 0 : 1;
        }
        return failures == 0 ? 0 : 1;
    }

    /** What cannot be renewed does not keep the others from it. */
    private boolean renew(Session session, Signing signing, Profile old, @Nullable SigningFiles files)
            throws IOException {
        Profile created;
        try {
            created = signing.renew(old);
        } catch (SigningException e) {
            session.terminal().note(String.valueOf(e.getMessage()));
            return false;
        }
        done(
                session,
                old.name() + " is made anew"
                        + (created.expirationDate() == null
                                ? "."
                                : ", and valid until "
                                        + created.expirationDate().toLocalDate() + "."));
        if (files != null) {
            signing.write(created, files);
        }
        return true;
    }
}
