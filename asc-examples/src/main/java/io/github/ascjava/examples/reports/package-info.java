/** Commands that show sales and analytics reports, and write them to files and databases. */
@NullMarked
package io.github.ascjava.examples.reports;

import org.jspecify.annotations.NullMarked;
