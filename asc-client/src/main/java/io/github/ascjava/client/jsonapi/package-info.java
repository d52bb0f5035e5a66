/**
 * Resources and documents in Apple's dialect of JSON:API: what resource records are made of, and how they are read and
 * written.
 *
 * <p>This package knows JSON and nothing of HTTP calls; {@link io.github.ascjava.client.retrofit.JsonApiConverterFactory}
 * plugs it into Retrofit.
 */
@NullMarked
package io.github.ascjava.client.jsonapi;

import org.jspecify.annotations.NullMarked;
