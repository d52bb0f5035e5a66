package io.github.ascjava.examples.metadata;

import io.github.ascjava.release.MetadataConflicts;
import io.github.ascjava.release.MetadataOptions;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a push does beyond sending what only the files have changed; a diff takes the same to show it. */
final class PushArguments {

    /** Reads the side that wins. */
    static final class Winner implements ITypeConverter<MetadataConflicts> {

        @Override
        public MetadataConflicts convert(String value) {
            return switch (value.strip().toLowerCase(Locale.ROOT)) {
                case "files" -> MetadataConflicts.FILES;
                case "live" -> MetadataConflicts.LIVE;
                default -> throw new TypeConversionException(value + " cannot win. Possible are: files, live.");
            };
        }
    }

    @Option(
            names = "--conflicts",
            paramLabel = "WINNER",
            converter = Winner.class,
            description =
                    "Which side wins where both have changed a text: files or live; a conflict stops the push if not"
                            + " given.")
    private MetadataConflicts conflicts = MetadataConflicts.STOP;

    @Option(
            names = "--overwrite-drift",
            description = "Send the text of the files where only App Store Connect has changed it.")
    private boolean overwritesDrift;

    @Option(names = "--delete-missing", description = "Delete the localizations that the files have nothing for.")
    private boolean removesLocales;

    @Option(
            names = "--clear-empty",
            description = "Let an empty file of a folder clear its text; otherwise it says nothing, as in deliver.")
    private boolean emptyClears;

    boolean emptyClears() {
        return emptyClears;
    }

    MetadataOptions options() {
        return new MetadataOptions(conflicts, overwritesDrift, removesLocales);
    }
}
