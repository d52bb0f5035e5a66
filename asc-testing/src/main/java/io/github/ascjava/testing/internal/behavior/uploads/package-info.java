/** File uploads: reserved, sent in parts, committed, processed. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.behavior.uploads;

import org.jspecify.annotations.NullMarked;
