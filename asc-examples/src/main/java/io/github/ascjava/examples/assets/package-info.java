/** Uploads of screenshots, previews and other assets. */
@NullMarked
package io.github.ascjava.examples.assets;

import org.jspecify.annotations.NullMarked;
