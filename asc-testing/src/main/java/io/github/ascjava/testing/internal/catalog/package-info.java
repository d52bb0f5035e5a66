/** The content of Apple's document, read from the catalog that asc-codegen wrote. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.catalog;

import org.jspecify.annotations.NullMarked;
