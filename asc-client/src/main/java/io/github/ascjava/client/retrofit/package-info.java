/**
 * The two factories that let any Retrofit call App Store Connect; {@link io.github.ascjava.client.AppStoreConnect} installs
 * them in its own.
 */
@NullMarked
package io.github.ascjava.client.retrofit;

import org.jspecify.annotations.NullMarked;
