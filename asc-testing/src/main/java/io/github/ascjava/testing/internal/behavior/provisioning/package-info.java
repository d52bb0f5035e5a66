/** Identifiers, capabilities, devices, certificates and profiles. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.behavior.provisioning;

import org.jspecify.annotations.NullMarked;
