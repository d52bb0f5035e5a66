/** What passes between the sandbox's rooms: requests, answers, refusals. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.http;

import org.jspecify.annotations.NullMarked;
