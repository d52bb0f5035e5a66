/**
 * The generator: reads Apple's OpenAPI document and writes {@code asc-client/src/generated/java} and the sandbox's
 * catalog.
 *
 * <p>{@link io.github.ascjava.codegen.Document} reads, {@link io.github.ascjava.codegen.Planner} plans and names the
 * output, and one writer per kind of class writes it.
 */
@NullMarked
package io.github.ascjava.codegen;

import org.jspecify.annotations.NullMarked;
