package io.github.ascjava.uploads;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when Apple received a build completely and rejected it, or could not process it.
 *
 * <p>That is final. Correct the build and upload it with a new build number.
 *
 * @since 0.1.0
 */
public final class BuildRejectedException extends UploadException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // A list of List.copyOf, which is serializable.
    private final List<UploadProblem> problems;

    BuildRejectedException(String build, String id, List<UploadProblem> problems) {
        super(message(build, problems), id, false, null);
        this.problems = List.copyOf(problems);
    }

    /** Returns Apple's errors, in the order of the response; empty if Apple gave none. */
    public List<UploadProblem> problems() {
        return problems;
    }

    private static String message(String build, List<UploadProblem> problems) {
        if (problems.isEmpty()) {
            return "Apple rejected " + build
                    + " without a reason. Apple sends the reasons by email; correct the build and upload it with a new build"
                    + " number.";
        }
        String reasons = problems.stream().map(UploadProblem::toString).collect(Collectors.joining(" "));
        return "Apple rejected " + build + ": " + reasons;
    }
}
