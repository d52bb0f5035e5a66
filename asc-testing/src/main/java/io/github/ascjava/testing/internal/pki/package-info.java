/**
 * Certificate requests, certificates and signed messages, for which the JDK has only readers. Not API.
 *
 * <p>Written without a library, which would otherwise be a dependency of all users of the sandbox.
 */
@NullMarked
package io.github.ascjava.testing.internal.pki;

import org.jspecify.annotations.NullMarked;
