/**
 * How calls are carried out: attempts, retries, paging, and the reading of errors.
 *
 * <p>Not API: users need nothing of it, and it changes without notice. {@link io.github.ascjava.client.retrofit} is the way to it
 * from a custom Retrofit.
 */
@NullMarked
package io.github.ascjava.client.internal;

import org.jspecify.annotations.NullMarked;
