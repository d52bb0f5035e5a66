@NullMarked
package io.github.ascjava.testing.behaviour.users;

import org.jspecify.annotations.NullMarked;
