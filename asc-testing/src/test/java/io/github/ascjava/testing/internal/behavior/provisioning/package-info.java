@NullMarked
package io.github.ascjava.testing.internal.behavior.provisioning;

import org.jspecify.annotations.NullMarked;
