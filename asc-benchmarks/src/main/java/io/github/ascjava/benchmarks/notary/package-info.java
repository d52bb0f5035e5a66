/** How fast files are submitted for notarization, compared with the upload engine and hashes alone. */
@NullMarked
package io.github.ascjava.benchmarks.notary;

import org.jspecify.annotations.NullMarked;
