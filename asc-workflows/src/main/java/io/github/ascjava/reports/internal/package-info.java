/**
 * The bytes of report files: decompression, lines, cells, numbers and dates.
 *
 * <p>Not API; it changes without notice.
 */
@NullMarked
package io.github.ascjava.reports.internal;

import org.jspecify.annotations.NullMarked;
