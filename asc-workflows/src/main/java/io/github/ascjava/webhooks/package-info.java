/** Webhooks of App Store Connect: signatures verified, payloads as types, replays recognized. */
@NullMarked
package io.github.ascjava.webhooks;

import org.jspecify.annotations.NullMarked;
