/** Jobs on certificates, identifiers and provisioning profiles. */
@NullMarked
package io.github.ascjava.examples.signing;

import org.jspecify.annotations.NullMarked;
