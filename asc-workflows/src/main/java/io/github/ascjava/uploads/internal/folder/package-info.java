/** Reads folders of screenshots and app previews; knows nothing of the API. */
@NullMarked
package io.github.ascjava.uploads.internal.folder;

import org.jspecify.annotations.NullMarked;
