/** Clients of App Store Connect as Spring beans, with health, observations and webhooks. */
@NullMarked
package io.github.ascjava.spring;

import org.jspecify.annotations.NullMarked;
