/** Keeps resources and answers operations on them by the rules of JSON:API and the catalogue. Not API. */
@NullMarked
package io.github.ascjava.testing.engine;

import org.jspecify.annotations.NullMarked;
