/** Resources, bodies and values: provisioning. */
@NullMarked
package io.github.ascjava.client.model.provisioning;

import org.jspecify.annotations.NullMarked;
