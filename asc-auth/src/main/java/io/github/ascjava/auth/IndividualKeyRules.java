package io.github.ascjava.auth;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The areas that individual keys cannot use: provisioning, Sales and Finance, and the Notary API.
 *
 * <p>Apple's topic "Provisioning" is seven resources and "Sales and Finance" is two; with their relationships, they are
 * 51 operations of API 4.4.1 (docs/live-service.md#individual-keys-are-limited). All versions of a path count, because
 * the rule is about the resource.
 */
final class IndividualKeyRules {

    private static final Set<String> PROVISIONING = Set.of(
            "bundleIds", "bundleIdCapabilities", "certificates", "devices", "profiles", "merchantIds", "passTypeIds");
    private static final Set<String> SALES_AND_FINANCE = Set.of("salesReports", "financeReports");

    private IndividualKeyRules() {}

    /** Returns the name of the forbidden area that a path belongs to, or null if the path is allowed. */
    static @Nullable String forbiddenArea(List<String> pathSegments) {
        if (pathSegments.size() < 2) {
            return null;
        }
        if (pathSegments.get(0).equals("notary")) {
            return "the Notary API";
        }
        String resource = pathSegments.get(1);
        if (PROVISIONING.contains(resource)) {
            return "provisioning (" + resource + ")";
        }
        return SALES_AND_FINANCE.contains(resource) ? "Sales and Finance (" + resource + ")" : null;
    }
}
