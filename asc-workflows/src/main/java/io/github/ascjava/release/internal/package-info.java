/**
 * Names, attributes and error texts: what the release jobs need that is neither a resource nor an operation.
 *
 * <p>Not API; it changes without notice.
 */
@NullMarked
package io.github.ascjava.release.internal;

import org.jspecify.annotations.NullMarked;
