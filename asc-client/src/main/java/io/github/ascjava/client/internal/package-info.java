/**
 * How calls are carried out: the Retrofit call adapter, and the reading of errors.
 *
 * <p>Not API, but for {@link io.github.ascjava.client.retrofit.AscCallAdapterFactory}, which somebody who builds a Retrofit of
 * their own needs.
 */
@NullMarked
package io.github.ascjava.client.internal;

import org.jspecify.annotations.NullMarked;
