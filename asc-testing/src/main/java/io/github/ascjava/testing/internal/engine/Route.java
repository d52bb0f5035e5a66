package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.catalog.OperationShape;

/**
 * The operation of a request.
 *
 * @param id the ID in the path; empty if there is none
 */
record Route(OperationShape operation, String id) {}
