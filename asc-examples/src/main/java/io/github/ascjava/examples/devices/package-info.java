/** Jobs on registered devices. */
@NullMarked
package io.github.ascjava.examples.devices;

import org.jspecify.annotations.NullMarked;
