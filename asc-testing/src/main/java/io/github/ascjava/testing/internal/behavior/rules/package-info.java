/** Rules for many types of resources, kept as tables. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.behavior.rules;

import org.jspecify.annotations.NullMarked;
