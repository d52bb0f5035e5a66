/** Sales, finance and analytics reports as rows. */
@NullMarked
package io.github.ascjava.reports;

import org.jspecify.annotations.NullMarked;
