/** What it costs to verify a webhook, compared with the signature alone. */
@NullMarked
package io.github.ascjava.benchmarks.webhooks;

import org.jspecify.annotations.NullMarked;
