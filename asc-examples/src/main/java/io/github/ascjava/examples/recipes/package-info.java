/** The recipes of {@code docs/recipes.md}: short methods to copy into a program. */
@NullMarked
package io.github.ascjava.examples.recipes;

import org.jspecify.annotations.NullMarked;
