/**
 * What the workflows share: waits between attempts, files that are complete or absent, and the known word nearest to another.
 *
 * <p>Not API; it changes without notice.
 */
@NullMarked
package io.github.ascjava.workflows.internal;

import org.jspecify.annotations.NullMarked;
