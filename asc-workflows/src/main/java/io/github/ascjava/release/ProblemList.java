package io.github.ascjava.release;

import io.github.ascjava.release.internal.metadata.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects errors and warnings; not thread-safe. */
final class ProblemList {

    private final List<MetadataProblem> errors = new ArrayList<>();
    private final List<MetadataProblem> warnings = new ArrayList<>();

    void add(Finding finding) {
        (finding.isError() ? errors : warnings).add(MetadataProblem.of(finding));
    }

    void addAll(Collection<MetadataProblem> problems) {
        errors.addAll(problems);
    }

    void addWarning(MetadataProblem warning) {
        warnings.add(warning);
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    List<MetadataProblem> warnings() {
        return List.copyOf(warnings);
    }

    void throwIfAny(String beginning) {
        if (!errors.isEmpty()) {
            throw new MetadataException(beginning, errors, null);
        }
    }
}
