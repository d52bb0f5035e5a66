package io.github.ascjava.examples.signing;

import io.github.ascjava.client.model.provisioning.Certificate;
import io.github.ascjava.client.model.provisioning.Profile;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import io.github.ascjava.signing.Revocation;
import io.github.ascjava.signing.Signing;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Revokes certificates, after it has shown what that breaks. */
@Command(
        name = "revoke",
        description = "Revokes certificates, after it has shown which profiles become invalid. This cannot be undone.")
final class SigningRevokeCommand extends WritingCommand {

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(arity = "0..*", paramLabel = "ID", description = "IDs of certificates, such as X4B8T2CQ7M.")
    private List<String> ids = List.of();

    @Option(names = "--expired", description = "Revoke all certificates that have expired.")
    private boolean expired;

    SigningRevokeCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        if (ids.isEmpty() != expired) {
            throw wrongUsage("Give IDs of certificates or --expired, and not both.");
        }
    }

    @Override
    protected int run(Session session) {
        Signing signing = Signing.of(session.asc()).withListener(change -> done(session, change));
        List<Revocation> plan = expired ? signing.planRevocationOfExpired() : signing.planRevocation(ids);
        if (plan.isEmpty()) {
            session.terminal().line("No certificate has expired.");
            return 0;
        }
        output.print(rows(plan), session.terminal());
        confirm(session, "Revoke " + (plan.size() == 1 ? "this certificate?" : "these certificates?"));
        plan.forEach(signing::revoke);
        return 0;
    }

    private static Rows rows(List<Revocation> plan) {
        Rows rows = new Rows("ID", "CERTIFICATE", "TYPE", "EXPIRES", "INVALID PROFILES")
                .freeText("CERTIFICATE", "INVALID PROFILES");
        for (Revocation each : plan) {
            Certificate certificate = each.certificate();
            rows.add(
                    certificate.id(),
                    certificate.name(),
                    certificate.certificateType(),
                    certificate.expirationDate() == null
                            ? null
                            : certificate.expirationDate().toLocalDate(),
                    each.profiles().stream().map(Profile::name).toList());
        }
        return rows;
    }
}
