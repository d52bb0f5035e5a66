/**
 * The Notary API, signed uploads to S3, files and the state of submissions.
 *
 * <p>Not API; it changes without notice.
 */
@NullMarked
package io.github.ascjava.notary.internal;

import org.jspecify.annotations.NullMarked;
