/** Jobs on the members of a team. */
@NullMarked
package io.github.ascjava.examples.users;

import org.jspecify.annotations.NullMarked;
