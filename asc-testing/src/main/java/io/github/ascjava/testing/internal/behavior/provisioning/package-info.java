/** Identifiers, capabilities, devices, certificates and profiles (facts 11). Not API. */
@NullMarked
package io.github.ascjava.testing.internal.behavior.provisioning;

import org.jspecify.annotations.NullMarked;
