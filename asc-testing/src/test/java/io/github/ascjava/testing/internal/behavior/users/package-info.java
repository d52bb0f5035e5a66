@NullMarked
package io.github.ascjava.testing.internal.behavior.users;

import org.jspecify.annotations.NullMarked;
