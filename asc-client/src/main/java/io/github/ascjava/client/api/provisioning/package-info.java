/** Operations and their queries: provisioning. */
@NullMarked
package io.github.ascjava.client.api.provisioning;

import org.jspecify.annotations.NullMarked;
