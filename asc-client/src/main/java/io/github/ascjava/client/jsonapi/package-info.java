/**
 * Resources and documents in Apple's dialect of JSON:API: resource records, and how they are read and written.
 *
 * <p>This package handles JSON, not HTTP calls; {@link io.github.ascjava.client.retrofit.JsonApiConverterFactory}
 * plugs it into Retrofit.
 */
@NullMarked
package io.github.ascjava.client.jsonapi;

import org.jspecify.annotations.NullMarked;
