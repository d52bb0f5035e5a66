/**
 * The execution of calls: attempts, retries, paging, and reading errors.
 *
 * <p>Not API; it changes without notice. A custom Retrofit uses it through {@link io.github.ascjava.client.retrofit}.
 */
@NullMarked
package io.github.ascjava.client.internal;

import org.jspecify.annotations.NullMarked;
