/** Stores resources and handles operations on them by the rules of JSON:API and the catalog. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.engine;

import org.jspecify.annotations.NullMarked;
