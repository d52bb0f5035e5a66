/** Sales, finance and analytics reports, power metrics and diagnostics (facts 7). Not API. */
@NullMarked
package io.github.ascjava.testing.internal.behavior.reports;

import org.jspecify.annotations.NullMarked;
