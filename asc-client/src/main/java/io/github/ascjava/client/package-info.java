/**
 * The entry point to the App Store Connect API: {@link io.github.ascjava.client.AppStoreConnect} creates the calls that
 * {@link io.github.ascjava.client.call.ApiCall} and {@link io.github.ascjava.client.call.PagedCall} carry out.
 */
@NullMarked
package io.github.ascjava.client;

import org.jspecify.annotations.NullMarked;
