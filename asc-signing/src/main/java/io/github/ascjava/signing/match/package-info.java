/** Reads what fastlane match keeps in its repository or bucket. */
@NullMarked
package io.github.ascjava.signing.match;

import org.jspecify.annotations.NullMarked;
