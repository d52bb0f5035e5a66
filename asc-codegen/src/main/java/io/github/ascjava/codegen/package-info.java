/**
 * The generator: reads Apple's OpenAPI document and writes {@code asc-client/src/generated/java}.
 *
 * <p>{@link io.github.ascjava.codegen.Document} reads, {@link io.github.ascjava.codegen.Planner} decides what there is to
 * write and how it is called, one writer per kind of class writes it.
 */
@NullMarked
package io.github.ascjava.codegen;

import org.jspecify.annotations.NullMarked;
