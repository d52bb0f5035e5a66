/** The texts of product pages in files: layouts, rules, and the state of the last pull; knows nothing of the API. */
@NullMarked
package io.github.ascjava.release.internal.metadata;

import org.jspecify.annotations.NullMarked;
