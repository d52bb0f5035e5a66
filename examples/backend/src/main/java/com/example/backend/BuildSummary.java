package com.example.backend;

import io.github.ascjava.client.model.builds.Build;
import java.time.OffsetDateTime;
import java.util.Objects;

/** What this service says about a build. */
record BuildSummary(String id, String number, String state, OffsetDateTime uploadedAt) {

    static BuildSummary of(Build build) {
        return new BuildSummary(
                build.id(),
                build.version(),
                Objects.toString(build.processingState(), "UNKNOWN"),
                build.uploadedDate());
    }
}
