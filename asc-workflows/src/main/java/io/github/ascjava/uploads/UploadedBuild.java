package io.github.ascjava.uploads;

import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.builds.BuildUpload;
import java.util.List;

/**
 * A build that Apple has accepted. An immutable value.
 *
 * @param appPackage what the package says about its app
 * @param upload the upload, whose state is {@code COMPLETE}
 * @param build the build as it was read last; processed only if {@link BuildOptions} asked for it
 * @param warnings what Apple warns about, in the order of the response
 * @since 0.1.0
 */
public record UploadedBuild(AppPackage appPackage, BuildUpload upload, Build build, List<UploadProblem> warnings) {

    /** Copies the list. */
    public UploadedBuild {
        warnings = List.copyOf(warnings);
    }
}
