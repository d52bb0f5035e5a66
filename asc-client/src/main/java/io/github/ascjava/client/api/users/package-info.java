/** Operations and their queries: users and access. */
@NullMarked
package io.github.ascjava.client.api.users;

import org.jspecify.annotations.NullMarked;
