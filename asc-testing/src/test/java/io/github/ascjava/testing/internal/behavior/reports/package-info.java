@NullMarked
package io.github.ascjava.testing.internal.behavior.reports;

import org.jspecify.annotations.NullMarked;
