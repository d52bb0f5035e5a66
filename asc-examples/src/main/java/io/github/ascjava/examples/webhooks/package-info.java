/** Jobs on webhooks: registering them, looking at their deliveries, and receiving their events. */
@NullMarked
package io.github.ascjava.examples.webhooks;

import org.jspecify.annotations.NullMarked;
