/**
 * From a build to the App Store. The texts of product pages in files: start at {@link
 * io.github.ascjava.release.StoreMetadata}.
 */
@NullMarked
package io.github.ascjava.release;

import org.jspecify.annotations.NullMarked;
