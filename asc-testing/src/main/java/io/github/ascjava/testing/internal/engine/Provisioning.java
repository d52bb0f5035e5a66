package io.github.ascjava.testing.internal.engine;

import java.util.Set;

/** The resources of the older part of the service that the developer website shares. */
final class Provisioning {

    static final Set<String> TYPES = Set.of(
            "bundleIds", "bundleIdCapabilities", "certificates", "devices", "profiles", "merchantIds", "passTypeIds");

    private Provisioning() {}
}
