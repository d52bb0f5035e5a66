@NullMarked
package io.github.ascjava.testing.internal.behavior.webhooks;

import org.jspecify.annotations.NullMarked;
