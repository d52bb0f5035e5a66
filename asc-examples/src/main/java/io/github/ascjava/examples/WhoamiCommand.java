package io.github.ascjava.examples;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.EnterpriseKey;
import io.github.ascjava.auth.IndividualKey;
import io.github.ascjava.auth.TeamKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.examples.cli.AscCommand;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Session;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Signs a token, makes one small call with it, and says how that went. */
@Command(name = "whoami", description = "Checks the key with one small call, and says what to do if it does not work.")
final class WhoamiCommand extends AscCommand {

    /** {@code Date} counts whole seconds and takes its time to arrive. */
    private static final Duration NEGLIGIBLE_OFFSET = Duration.ofSeconds(3);

    @Mixin
    private final OutputOptions output = new OutputOptions();

    WhoamiCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Session session) {
        AppStoreConnect asc = session.asc();
        ApiKey key = asc.auth().key();
        Rows rows = new Rows("WHAT", "FOUND").freeText("FOUND");
        rows.add("Key", describe(key));
        rows.add(
                "Token",
                key.tokenSettings().lifetime().toMinutes() + " min, "
                        + (key.tokenSettings().scopes().isEmpty()
                                ? "for everything the key may do"
                                : "for " + key.tokenSettings().scopes()));
        rows.add("Server", asc.auth().baseUrl().toString());
        int exitCode = call(session, rows);
        rows.add("Rate limit", asc.rateLimit().toString());
        output.print(rows, session.terminal());
        return exitCode;
    }

    private static int call(Session session, Rows rows) {
        AppStoreConnect asc = session.asc();
        try {
            // The Enterprise Program has no apps; every other key reaches its apps whatever its roles are.
            AscResponse<?> response = asc.auth().key() instanceof EnterpriseKey
                    ? asc.users().list(q -> q.limit(1)).executeWithResponse()
                    : asc.apps().list(q -> q.limit(1)).executeWithResponse();
            rows.add("Answer", response.status() + ", the key works");
            rows.add("Clock", clock(response.headers(), session.clock().instant()));
            return 0;
        } catch (ApiException e) {
            String reason = e.errors().isEmpty()
                    ? e.rawBody().strip()
                    : e.errors().get(0).code() + ": " + e.errors().get(0).detail();
            rows.add("Answer", e.status() + " " + reason);
            e.advice().ifPresent(advice -> rows.add("Advice", advice));
            rows.add("Clock", clock(asc.auth().clockOffset()));
            return 1;
        }
    }

    private static String describe(ApiKey key) {
        if (key instanceof TeamKey team) {
            return "team key " + key.keyId() + ", issuer " + team.issuerId();
        } else if (key instanceof EnterpriseKey enterprise) {
            return "Enterprise Program key " + key.keyId() + ", issuer " + enterprise.issuerId();
        }
        return (key instanceof IndividualKey ? "individual key " : "key ") + key.keyId();
    }

    private static String clock(Headers headers, Instant now) {
        Instant date = headers.getInstant("Date");
        return date == null ? "the answer had no date" : clock(Duration.between(now, date));
    }

    private static String clock(Duration serverAhead) {
        if (serverAhead.abs().compareTo(NEGLIGIBLE_OFFSET) <= 0) {
            return "agrees with the server's";
        }
        return serverAhead.abs().toSeconds() + " s " + (serverAhead.isNegative() ? "ahead of" : "behind")
                + " the server's";
    }
}
