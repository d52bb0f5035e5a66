/**
 * From a build to the App Store: versions are prepared, submitted for review and released ({@link
 * io.github.ascjava.release.Releases}), and their texts are kept in files ({@link io.github.ascjava.release.StoreMetadata}).
 */
@NullMarked
package io.github.ascjava.release;

import org.jspecify.annotations.NullMarked;
