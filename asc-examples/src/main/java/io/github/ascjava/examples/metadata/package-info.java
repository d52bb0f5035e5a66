/** Commands on the texts of product pages, kept in files. */
@NullMarked
package io.github.ascjava.examples.metadata;

import org.jspecify.annotations.NullMarked;
