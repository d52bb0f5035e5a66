/** What behaviors share: the account, dates, request bodies, errors. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.behavior.common;

import org.jspecify.annotations.NullMarked;
