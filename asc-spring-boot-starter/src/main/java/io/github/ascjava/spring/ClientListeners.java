package io.github.ascjava.spring;

import io.github.ascjava.client.call.CallListener;

/** A part of the starter that listens to the calls of all clients, whatever their customizers do. */
@FunctionalInterface
interface ClientListeners {

    CallListener listener(String clientName);
}
