package io.github.ascjava.notary;

import org.jspecify.annotations.Nullable;

/**
 * An issue in a {@link NotaryLog}. Apple may omit every member.
 *
 * @param severity how serious it is
 * @param code a number, if any
 * @param path the file within the archive, beginning with the name of the archive; some characters may be escaped as in URLs
 * @param message the problem
 * @param docUrl Apple's page about the problem, if any
 * @param architecture the architecture of the code, such as {@code arm64}, if any
 * @since 0.1.0
 */
public record LogIssue(
        @Nullable IssueSeverity severity,
        @Nullable String code,
        @Nullable String path,
        @Nullable String message,
        @Nullable String docUrl,
        @Nullable String architecture) {}
