/** Sales, finance and analytics reports, power metrics and diagnostics. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.behavior.reports;

import org.jspecify.annotations.NullMarked;
