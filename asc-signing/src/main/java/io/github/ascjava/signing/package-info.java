/** What apps are signed with: keys, certificates, provisioning profiles, PKCS#12 files. */
@NullMarked
package io.github.ascjava.signing;

import org.jspecify.annotations.NullMarked;
