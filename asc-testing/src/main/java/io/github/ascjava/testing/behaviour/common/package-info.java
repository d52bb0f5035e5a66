/** What behaviours share: the account, dates, bodies of requests, refusals. Not API. */
@NullMarked
package io.github.ascjava.testing.behaviour.common;

import org.jspecify.annotations.NullMarked;
