/** What a sandbox begins with. Not API. */
@NullMarked
package io.github.ascjava.testing.seed;

import org.jspecify.annotations.NullMarked;
