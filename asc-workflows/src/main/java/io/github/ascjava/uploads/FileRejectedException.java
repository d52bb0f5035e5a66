package io.github.ascjava.uploads;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when Apple received a file completely, checked it and rejected it: its state is {@code FAILED}.
 *
 * <p>That is final. Delete the resource, correct the file and upload it again.
 *
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/uploading-assets-to-app-store-connect">
 *     Uploading Assets to App Store Connect</a>
 * @since 0.1.0
 */
public final class FileRejectedException extends UploadException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // A list of List.copyOf, which is serializable.
    private final List<UploadProblem> problems;

    FileRejectedException(String fileName, String type, String id, List<UploadProblem> problems) {
        super(message(fileName, type, id, problems), id, false, null);
        this.problems = List.copyOf(problems);
    }

    /** Returns Apple's errors, in the order of the response; empty if Apple gave none. */
    public List<UploadProblem> problems() {
        return problems;
    }

    private static String message(String fileName, String type, String id, List<UploadProblem> problems) {
        String reasons = problems.isEmpty()
                ? "Apple gave no reason"
                : problems.stream().map(UploadProblem::toString).collect(Collectors.joining("; "));
        String end = reasons.endsWith(".") ? "" : ".";
        return "Apple rejected " + fileName + ": " + reasons + end + " Delete " + type + " " + id
                + " before you upload the corrected file.";
    }
}
