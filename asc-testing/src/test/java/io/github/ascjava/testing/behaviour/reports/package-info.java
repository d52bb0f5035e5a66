@NullMarked
package io.github.ascjava.testing.behaviour.reports;

import org.jspecify.annotations.NullMarked;
