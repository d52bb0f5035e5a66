/**
 * App Store Connect API keys, the ES256 tokens they sign, and the OkHttp interceptor that sends those tokens.
 *
 * <p>Start at {@link io.github.ascjava.auth.ApiKey} to load a key and at
 * {@link io.github.ascjava.auth.AppStoreConnectAuth} to authorize requests with it. This package does not depend on the
 * rest of the SDK: any {@code OkHttpClient} can use it.
 */
@NullMarked
package io.github.ascjava.auth;

import org.jspecify.annotations.NullMarked;
