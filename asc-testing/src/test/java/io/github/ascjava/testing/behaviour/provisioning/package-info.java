@NullMarked
package io.github.ascjava.testing.behaviour.provisioning;

import org.jspecify.annotations.NullMarked;
