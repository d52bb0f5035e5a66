/** Resources, bodies and values: users and access. */
@NullMarked
package io.github.ascjava.client.model.users;

import org.jspecify.annotations.NullMarked;
