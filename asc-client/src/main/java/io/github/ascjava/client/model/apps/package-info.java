/** Resources, bodies and values: apps. */
@NullMarked
package io.github.ascjava.client.model.apps;

import org.jspecify.annotations.NullMarked;
