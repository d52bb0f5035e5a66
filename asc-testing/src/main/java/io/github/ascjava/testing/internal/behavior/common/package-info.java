/** What behaviors share: the account, dates, bodies of requests, refusals. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.behavior.common;

import org.jspecify.annotations.NullMarked;
