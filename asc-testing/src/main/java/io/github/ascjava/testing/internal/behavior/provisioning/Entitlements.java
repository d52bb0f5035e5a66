package io.github.ascjava.testing.internal.behavior.provisioning;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The entitlements in a profile: those of every app, and those of its App ID's capabilities. */
final class Entitlements {

    private Entitlements() {}

    static Map<String, Object> of(
            StoredResource profile, StoredResource bundleId, ProfileType type, Account account, String prefix) {
        boolean ios = type.platform().equals(Platforms.IOS);
        boolean development = profile.text("profileType").endsWith("DEVELOPMENT");
        Map<String, Object> entitlements = new TreeMap<>();
        String identifier = prefix + "." + bundleId.text("identifier");
        entitlements.put(ios ? "application-identifier" : "com.apple.application-identifier", identifier);
        entitlements.put("com.apple.developer.team-identifier", account.teamId());
        entitlements.put("keychain-access-groups", List.of(prefix + ".*"));
        if (ios) {
            entitlements.put("get-task-allow", development);
        }
        for (StoredResource capability : bundleId.related("bundleIdCapabilities")) {
            add(capability.text("capabilityType"), development, ios, entitlements);
        }
        return entitlements;
    }

    private static void add(String capability, boolean development, boolean ios, Map<String, Object> entitlements) {
        String environment = development ? "development" : "production";
        switch (capability) {
            case "PUSH_NOTIFICATIONS" ->
                entitlements.put(ios ? "aps-environment" : "com.apple.developer.aps-environment", environment);
            case "ASSOCIATED_DOMAINS" -> entitlements.put("com.apple.developer.associated-domains", "*");
            case "GAME_CENTER" -> entitlements.put("com.apple.developer.game-center", true);
            case "HEALTHKIT" -> entitlements.put("com.apple.developer.healthkit", true);
            case "APPLE_ID_AUTH" -> entitlements.put("com.apple.developer.applesignin", List.of("Default"));
            case "SIRIKIT" -> entitlements.put("com.apple.developer.siri", true);
            default -> {
                // The other capabilities add entitlements that depend on groups and containers, which the API does not
                // expose.
            }
        }
    }
}
