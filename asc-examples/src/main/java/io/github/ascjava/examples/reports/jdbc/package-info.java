/** Days of a report as rows of a database, with the driver of the user. */
@NullMarked
package io.github.ascjava.examples.reports.jdbc;

import org.jspecify.annotations.NullMarked;
