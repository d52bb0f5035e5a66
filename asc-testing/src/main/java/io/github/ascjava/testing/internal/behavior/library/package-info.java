/** The App Asset Library: an app's images and videos, and where they are shown. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.behavior.library;

import org.jspecify.annotations.NullMarked;
