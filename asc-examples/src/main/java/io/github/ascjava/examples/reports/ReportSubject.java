package io.github.ascjava.examples.reports;

import io.github.ascjava.examples.reports.jdbc.Target;

/**
 * What rows are of, and how they are shown and stored.
 *
 * @param title for people, such as {@code Sales of vendor 85012345}
 * @param fileStem what names of files begin with
 * @param target where they belong in a database
 * @param figures how they are added up
 */
record ReportSubject(String title, String fileStem, Target target, Figures figures) {}
