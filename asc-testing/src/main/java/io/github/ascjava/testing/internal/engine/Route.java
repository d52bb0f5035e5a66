package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.catalog.OperationShape;

/**
 * The operation that a request calls.
 *
 * @param id the id in the path; empty if it has none
 */
record Route(OperationShape operation, String id) {}
