package io.github.ascjava.release;

import java.util.Objects;

/**
 * What a push does beyond sending what only the files have changed. Immutable.
 *
 * @param conflicts which side wins where a text was changed in the files and in App Store Connect
 * @param overwritesDrift whether texts that were changed in App Store Connect only get the value of the files
 * @param removesLocales whether localizations are deleted that the files have nothing for
 * @since 0.1.0
 */
public record MetadataOptions(MetadataConflicts conflicts, boolean overwritesDrift, boolean removesLocales) {

    /** Loses nothing: conflicts stop the push, and what was changed in App Store Connect stays. */
    public static final MetadataOptions SAFE = new MetadataOptions(MetadataConflicts.STOP, false, false);

    /** Checks that there is a side. */
    public MetadataOptions {
        Objects.requireNonNull(conflicts, "conflicts");
    }

    /** Returns options with another side that wins. */
    public MetadataOptions withConflicts(MetadataConflicts newConflicts) {
        return new MetadataOptions(newConflicts, overwritesDrift, removesLocales);
    }

    /** Returns options that overwrite drift, or not. */
    public MetadataOptions withOverwritingDrift(boolean isOverwriting) {
        return new MetadataOptions(conflicts, isOverwriting, removesLocales);
    }

    /** Returns options that delete localizations, or not. */
    public MetadataOptions withRemovingLocales(boolean isRemoving) {
        return new MetadataOptions(conflicts, overwritesDrift, isRemoving);
    }
}
