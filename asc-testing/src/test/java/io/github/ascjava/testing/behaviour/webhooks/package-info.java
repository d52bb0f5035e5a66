@NullMarked
package io.github.ascjava.testing.behaviour.webhooks;

import org.jspecify.annotations.NullMarked;
