package io.github.ascjava.examples.signing;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.provisioning.BundleId;
import io.github.ascjava.client.model.provisioning.BundleIdCapability;
import io.github.ascjava.client.model.provisioning.CapabilityType;
import io.github.ascjava.client.model.provisioning.Profile;
import io.github.ascjava.client.model.provisioning.ProfileType;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.KnownValues;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sees to it that an app can be signed: identifier, capabilities, certificate, profile, all of them written to disk. */
@Command(
        name = "ensure",
        description = "Sees to it that an app can be signed: makes what is missing of identifier, capabilities, key,"
                + " certificate and profile, and writes it to a folder.")
final class SigningEnsureCommand extends WritingCommand {

    private static final List<CapabilityType> CAPABILITIES = KnownValues.of(CapabilityType.class);

    @Parameters(index = "0", paramLabel = "BUNDLE-ID", description = "The identifier, such as com.example.app.")
    private String identifier = "";

    @Option(
            names = "--type",
            defaultValue = "IOS_APP_DEVELOPMENT",
            description =
                    "The type of profile; ${DEFAULT-VALUE} if not given. Developer ID certificates can be made by the"
                            + " Account Holder only, on the website.")
    private String type = "";

    @Option(names = "--name", description = "The name of a new identifier; made from the identifier if not given.")
    private @Nullable String name;

    @Option(names = "--capability", split = ",", description = "Capabilities, such as PUSH_NOTIFICATIONS.")
    private List<String> capabilities = List.of();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "signing",
            description = "Where key, certificate and profile are kept; ${DEFAULT-VALUE} if not given.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private Path out;

    SigningEnsureCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        profileType();
        capabilities.forEach(this::capability);
    }

    private ProfileType profileType() {
        return oneOf(Purpose.TYPES, "--type", type);
    }

    private CapabilityType capability(String text) {
        return oneOf(CAPABILITIES, "--capability", text);
    }

    @Override
    protected int run(Session session) throws IOException {
        ProfileType profileType = profileType();
        Purpose purpose = Purpose.of(profileType);
        BundleId bundleId = bundleId(session, purpose);
        addCapabilities(session, bundleId);
        try (SigningFolder folder = isDryRun() ? SigningFolder.view(out) : SigningFolder.open(out)) {
            ensure(session, profileType, purpose, bundleId, folder);
        }
        return 0;
    }

    private void ensure(
            Session session, ProfileType profileType, Purpose purpose, BundleId bundleId, SigningFolder folder)
            throws IOException {
        String certificateId = new Certificates(session, folder, isDryRun(), text -> done(session, text))
                .ensure(purpose.certificateType());
        Profile profile = new Profiles(session, text -> done(session, text))
                .ensure(identifier, profileType, purpose, bundleId, certificateId);
        if (!isDryRun()) {
            done(session, "The profile is in " + folder.writeProfile(profile) + ".");
        }
    }

    private BundleId bundleId(Session session, Purpose purpose) {
        AppStoreConnect asc = session.asc();
        // The platform may have become UNIVERSAL (docs/live-service.md#ios-bundle-ids-become-universal).
        return asc.bundleIds().list(q -> q.filterIdentifier(identifier)).stream()
                .filter(each -> identifier.equals(each.identifier()))
                .findFirst()
                .orElseGet(() -> {
                    String newName = name == null ? identifier.replaceAll("[^\\p{Alnum}]+", " ") : name;
                    BundleId created = asc.bundleIds()
                            .create(b ->
                                    b.name(newName).platform(purpose.platform()).identifier(identifier))
                            .execute();
                    done(session, "Made the identifier " + identifier + ".");
                    return created;
                });
    }

    private void addCapabilities(Session session, BundleId bundleId) {
        if (capabilities.isEmpty()) {
            return;
        }
        Set<String> present = session.asc().bundleIds().listBundleIdCapabilities(bundleId.id()).stream()
                .map(BundleIdCapability::capabilityType)
                .map(String::valueOf)
                .collect(Collectors.toSet());
        for (String text : capabilities) {
            CapabilityType capability = capability(text);
            if (!present.contains(capability.value())) {
                session.asc()
                        .bundleIdCapabilities()
                        .create(b -> b.capabilityType(capability).bundleId(bundleId))
                        .execute();
                done(session, "Switched " + capability + " on.");
            }
        }
    }
}
