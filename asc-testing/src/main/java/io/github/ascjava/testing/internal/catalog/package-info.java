/** What Apple's document says, read from what asc-codegen wrote. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.catalog;

import org.jspecify.annotations.NullMarked;
