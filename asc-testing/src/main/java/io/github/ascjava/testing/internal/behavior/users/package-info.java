/** Users of the team and invitations to it. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.behavior.users;

import org.jspecify.annotations.NullMarked;
