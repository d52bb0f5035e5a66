package io.github.ascjava.reports;

import java.io.Serializable;

/**
 * How far a {@link Backfill} is.
 *
 * @param done the number of reports that are on disk, known not to exist, or not made yet
 * @param total the number of reports
 * @param requested the number of reports that were requested from Apple in this run; the others were on disk before
 * @since 0.1.0
 */
public record BackfillProgress(int done, int total, int requested) implements Serializable {}
