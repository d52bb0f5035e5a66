/**
 * Certificate requests, certificates and signed messages, for which the JDK has only readers. Not API.
 *
 * <p>By hand rather than by a library, because whoever tests with the sandbox would get that library too.
 */
@NullMarked
package io.github.ascjava.testing.internal.pki;

import org.jspecify.annotations.NullMarked;
