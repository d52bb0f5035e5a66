/** Notarization: submissions, the S3 bucket that their files go to, and developer logs. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.behavior.notary;

import org.jspecify.annotations.NullMarked;
