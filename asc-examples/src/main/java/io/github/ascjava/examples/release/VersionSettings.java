package io.github.ascjava.examples.release;

import io.github.ascjava.release.VersionOptions;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options about a version. */
final class VersionSettings {

    private static final String NEWEST = "newest";

    /** Reads a time with its offset. */
    static final class Time implements ITypeConverter<OffsetDateTime> {

        @Override
        public OffsetDateTime convert(String value) {
            try {
                return OffsetDateTime.parse(value);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(value + " is not a time with its offset from UTC, such as"
                        + " 2026-12-24T08:00:00+01:00 or 2026-12-24T07:00:00Z.");
            }
        }
    }

    @Option(
            names = "--build",
            paramLabel = "NUMBER",
            description = "The build to attach: its number, or newest for the newest valid one.")
    private @Nullable String build;

    @Option(
            names = "--uses-encryption",
            arity = "1",
            paramLabel = "true|false",
            description = "Whether the build uses encryption that is not exempt from export documentation.")
    private @Nullable Boolean usesEncryption;

    @Option(
            names = "--release-type",
            paramLabel = "TYPE",
            description = "When it is released: after_approval, manual or scheduled.")
    @Nullable
    String releaseType;

    @Option(
            names = "--release-date",
            paramLabel = "TIME",
            converter = Time.class,
            description = "The earliest time of a scheduled release, such as 2026-12-24T08:00:00+01:00.")
    private @Nullable OffsetDateTime releaseDate;

    @Option(
            names = "--phased",
            arity = "1",
            paramLabel = "true|false",
            description = "Whether it is released to more customers each day, over seven days.")
    private @Nullable Boolean phased;

    @Option(names = "--copyright", paramLabel = "TEXT", description = "The copyright, such as 2026 Example.")
    private @Nullable String copyright;

    @Option(
            names = "--uses-idfa",
            arity = "1",
            paramLabel = "true|false",
            description = "Whether the app uses the advertising identifier.")
    private @Nullable Boolean usesIdfa;

    @Option(
            names = "--routing-coverage",
            paramLabel = "FILE",
            description = "The .geojson file of a routing app that says where it gives directions.")
    private @Nullable Path routingCoverage;

    void apply(VersionOptions.Builder options) {
        if (build != null) {
            if (build.equals(NEWEST)) {
                options.newestBuild();
            } else {
                options.build(build);
            }
        }
        if (usesEncryption != null) {
            options.usesNonExemptEncryption(usesEncryption);
        }
        if (releaseDate != null) {
            options.earliestReleaseDate(releaseDate);
        }
        if (phased != null) {
            options.phasedRelease(phased);
        }
        if (copyright != null) {
            options.copyright(copyright);
        }
        if (usesIdfa != null) {
            options.usesIdfa(usesIdfa);
        }
        if (routingCoverage != null) {
            options.routingAppCoverage(routingCoverage);
        }
    }
}
