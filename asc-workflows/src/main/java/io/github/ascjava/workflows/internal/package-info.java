/**
 * What the workflows share: waits between attempts, and files that are complete or absent.
 *
 * <p>Not API; it changes without notice.
 */
@NullMarked
package io.github.ascjava.workflows.internal;

import org.jspecify.annotations.NullMarked;
