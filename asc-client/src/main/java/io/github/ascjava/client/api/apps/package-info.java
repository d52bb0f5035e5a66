/** Operations and their queries: apps. */
@NullMarked
package io.github.ascjava.client.api.apps;

import org.jspecify.annotations.NullMarked;
