/**
 * The entry to the App Store Connect API: {@link io.github.ascjava.client.AppStoreConnect} makes the calls that
 * {@link io.github.ascjava.client.ApiCall} and {@link io.github.ascjava.client.PagedCall} carry out.
 */
@NullMarked
package io.github.ascjava.client;

import org.jspecify.annotations.NullMarked;
