/** Requests, responses and errors, shared by the sandbox's packages. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.http;

import org.jspecify.annotations.NullMarked;
