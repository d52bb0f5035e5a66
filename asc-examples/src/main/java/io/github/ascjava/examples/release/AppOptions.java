package io.github.ascjava.examples.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.examples.cli.AppLookup;
import io.github.ascjava.examples.cli.KnownValues;
import java.util.Iterator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The app and the platform that a job is about. */
final class AppOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec command;

    @Parameters(index = "0", paramLabel = "APP", description = AppLookup.DESCRIPTION)
    private String app = "";

    @Option(
            names = "--platform",
            paramLabel = "PLATFORM",
            defaultValue = "IOS",
            completionCandidates = Platforms.class,
            description = "The platform of the version; ${DEFAULT-VALUE} if not given.")
    private String platform = "";

    /** The platforms, for help and completion. */
    static final class Platforms implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return KnownValues.of(Platform.class).stream().map(Platform::value).iterator();
        }
    }

    /** Returns the platform, or throws an exception about wrong usage. */
    Platform platform() {
        return KnownValues.find(KnownValues.of(Platform.class), platform)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "--platform cannot be " + platform + ". Possible are: " + String.join(", ", new Platforms())
                                + "."));
    }

    /** Returns the Apple ID of the app. */
    String appId(AppStoreConnect asc) {
        return AppLookup.id(asc, app);
    }
}
