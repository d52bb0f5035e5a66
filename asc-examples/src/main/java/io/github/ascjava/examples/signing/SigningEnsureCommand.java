package io.github.ascjava.examples.signing;

import io.github.ascjava.client.model.provisioning.CapabilityType;
import io.github.ascjava.client.model.provisioning.ProfileType;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.KnownValues;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import io.github.ascjava.examples.signing.store.PlaceOptions;
import io.github.ascjava.examples.signing.store.StoreChoice.Place;
import io.github.ascjava.signing.EnsureRequest;
import io.github.ascjava.signing.EnsuredAssets;
import io.github.ascjava.signing.ProfileRules;
import io.github.ascjava.signing.Signing;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ensures that an app can be signed: identifier, capabilities, certificate, profile, all of them written to disk. */
@Command(
        name = "ensure",
        description = "Ensures that an app can be signed: makes what is missing of identifier, capabilities, key,"
                + " certificate and profile, and writes it to a folder.")
final class SigningEnsureCommand extends WritingCommand {

    private static final List<CapabilityType> CAPABILITIES = KnownValues.of(CapabilityType.class);

    @Parameters(index = "0", paramLabel = "BUNDLE-ID", description = "The identifier, such as com.example.app.")
    private String identifier = "";

    @Option(
            names = "--type",
            defaultValue = "IOS_APP_DEVELOPMENT",
            description = "The type of profile; ${DEFAULT-VALUE} if not given. Types for Developer ID are"
                    + " accepted, too; only the Account Holder can make their certificates: see asc signing request.")
    private String type = "";

    @Option(names = "--name", description = "The name of a new identifier; made from the identifier if not given.")
    private @Nullable String name;

    @Option(names = "--capability", split = ",", description = "Capabilities, such as PUSH_NOTIFICATIONS.")
    private List<String> capabilities = List.of();

    @Mixin
    private final PlaceOptions place = new PlaceOptions();

    SigningEnsureCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        profileType();
        capabilities.forEach(this::capability);
    }

    /** Developer ID types are accepted, but not offered: most teams have no certificate for them. */
    private ProfileType profileType() {
        return KnownValues.find(ProfileRules.types(), type).orElseGet(() -> oneOf(offeredTypes(), "--type", type));
    }

    private static List<ProfileType> offeredTypes() {
        return ProfileRules.types().stream()
                .filter(each -> !ProfileRules.of(each).needsDeveloperId())
                .toList();
    }

    private CapabilityType capability(String text) {
        return oneOf(CAPABILITIES, "--capability", text);
    }

    @Override
    protected int run(Session session) throws IOException {
        EnsureRequest request = EnsureRequest.of(identifier, profileType())
                .withName(name)
                .withCapabilities(capabilities.stream().map(this::capability).toList());
        try (Place opened = place.open(this::environment, session.terminal(), isDryRun())) {
            EnsuredAssets assets = Signing.of(session.asc())
                    .withListener(change -> done(session, change))
                    .ensure(request, opened.files());
            done(session, "The profile is in " + assets.profileFile() + ".");
        }
        return 0;
    }
}
