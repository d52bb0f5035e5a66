package io.github.ascjava.examples.metadata;

import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.examples.cli.AppLookup;
import io.github.ascjava.examples.cli.KnownValues;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.release.MetadataFiles;
import io.github.ascjava.release.MetadataTarget;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Which texts are meant: those of a version of an app, and those of a folder or file. */
final class TargetArguments {

    /** Reads the name of a platform. */
    static final class PlatformName implements ITypeConverter<Platform> {

        @Override
        public Platform convert(String value) {
            return KnownValues.find(KnownValues.of(Platform.class), value)
                    .orElseThrow(() -> new TypeConversionException(value + " is not a platform. Possible are: "
                            + KnownValues.of(Platform.class).stream()
                                    .map(Platform::value)
                                    .collect(Collectors.joining(", "))
                            + "."));
        }
    }

    @Parameters(index = "0", paramLabel = "APP", description = AppLookup.DESCRIPTION)
    private String app = "";

    @Parameters(
            index = "1",
            paramLabel = "PATH",
            description = "The folder with one folder for each locale, or a .json or .yml file with all texts.")
    private Path path = Path.of("");

    @Option(
            names = "--platform",
            paramLabel = "NAME",
            converter = PlatformName.class,
            description = "The platform of the version; needed if the app has several.")
    private @Nullable Platform platform;

    @Option(
            names = "--app-version",
            paramLabel = "NUMBER",
            description = "The version, such as 1.2.0; the one that can be edited if not given.")
    private @Nullable String version;

    MetadataFiles files(boolean emptyClears) {
        return MetadataPaths.files(path, emptyClears);
    }

    MetadataTarget target(Session session) {
        return new MetadataTarget(AppLookup.id(session.asc(), app), platform, version);
    }
}
