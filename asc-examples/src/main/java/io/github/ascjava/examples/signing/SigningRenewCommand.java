package io.github.ascjava.examples.signing;

import io.github.ascjava.client.model.provisioning.Certificate;
import io.github.ascjava.client.model.provisioning.Profile;
import io.github.ascjava.client.model.provisioning.ProfileType;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where to write the new profiles to.")
    private @Nullable Path out;

    SigningRenewCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        requireRange("--days", days, 0, SigningCheckCommand.MOST_DAYS);
    }

    @Override
    protected int run(Session session) throws IOException {
        Instant now = session.clock().instant();
        List<Profile> stale = ProfileHealth.all(session.asc(), now, now.plus(Duration.ofDays(days))).stream()
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
        int failures = 0;
        for (Profile profile : stale) {
            failures += renew(session, profile, now) ? 0 : 1;
        }
        return failures == 0 ? 0 : 1;
    }

    /** Everything is known before the old profile goes, so that none is lost for want of a certificate. */
    private boolean renew(Session session, Profile old, Instant now) throws IOException {
        ProfileType type = old.profileType();
        if (type == null) {
            session.terminal().note(old.name() + " is left as it is: Apple does not say of which type it is.");
            return false;
        }
        Purpose purpose = Purpose.of(type);
        String bundleId = old.bundleId().id();
        List<String> certificates = certificates(session, purpose, now);
        if (bundleId == null || certificates.isEmpty()) {
            session.terminal()
                    .note(old.name() + " is left as it is: "
                            + (bundleId == null
                                    ? "its identifier is gone."
                                    : "there is no valid certificate for it. Make one" + " with: asc signing ensure"));
            return false;
        }
        Profiles profiles = new Profiles(session, text -> done(session, text));
        List<String> devices = purpose.takesDevices() ? profiles.devices(purpose) : List.of();
        session.asc().profiles().delete(old.id()).execute();
        Profile created = profiles.create(String.valueOf(old.name()), type, bundleId, certificates, devices);
        done(
                session,
                old.name() + " is made anew"
                        + (created.expirationDate() == null
                                ? "."
                                : ", and valid until "
                                        + created.expirationDate().toLocalDate() + "."));
        if (out != null && !isDryRun()) {
            try (SigningFolder folder = SigningFolder.open(out)) {
                folder.writeProfile(created);
            }
        }
        return true;
    }

    private static List<String> certificates(Session session, Purpose purpose, Instant now) {
        return session.asc().certificates().list(q -> q.limit(200)).stream()
                .filter(certificate -> certificate.certificateType() != null
                        && purpose.accepted().contains(certificate.certificateType()))
                .filter(certificate -> certificate.expirationDate() != null
                        && certificate.expirationDate().toInstant().isAfter(now))
                .map(Certificate::id)
                .toList();
    }
}
