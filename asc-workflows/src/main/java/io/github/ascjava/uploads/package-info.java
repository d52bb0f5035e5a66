/**
 * Uploads of files to App Store Connect: every asset resource, with progress and resume. Start at {@link
 * io.github.ascjava.uploads.Uploads}.
 */
@NullMarked
package io.github.ascjava.uploads;

import org.jspecify.annotations.NullMarked;
