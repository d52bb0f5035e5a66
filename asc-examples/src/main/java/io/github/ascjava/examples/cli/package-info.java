/** What all commands share: the connection, the terminal, options, and how rows are printed. */
@NullMarked
package io.github.ascjava.examples.cli;

import org.jspecify.annotations.NullMarked;
