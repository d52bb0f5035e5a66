package io.github.ascjava.signing;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.provisioning.BundleId;
import io.github.ascjava.client.model.provisioning.BundleIdCapability;
import io.github.ascjava.client.model.provisioning.BundleIdInclude;
import io.github.ascjava.client.model.provisioning.BundleIdPlatform;
import io.github.ascjava.client.model.provisioning.CapabilityType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finds or creates a bundle ID, and enables its capabilities. */
final class BundleIdStep {

    private final AppStoreConnect asc;
    private final Consumer<String> listener;
    private final EnsureRequest request;

    BundleIdStep(AppStoreConnect asc, Consumer<String> listener, EnsureRequest request) {
        this.asc = asc;
        this.listener = listener;
        this.request = request;
    }

    /** The platform may have become UNIVERSAL (docs/live-service.md#ios-bundle-ids-become-universal). */
    Optional<BundleId> find() {
        return asc
                .bundleIds()
                .list(q -> request.capabilities().isEmpty()
                        ? q.filterIdentifier(request.identifier()).limit(200)
                        : q.filterIdentifier(request.identifier())
                                .include(BundleIdInclude.BUNDLE_ID_CAPABILITIES)
                                .limit(BundleIdInclude.BUNDLE_ID_CAPABILITIES, 50)
                                .limit(200))
                .stream()
                .filter(each -> request.identifier().equals(each.identifier()))
                .findFirst();
    }

    BundleId create(BundleIdPlatform platform) {
        String given = request.name();
        String name = given == null ? request.identifier().replaceAll("[^\\p{Alnum}]+", " ") : given;
        BundleId created = asc.bundleIds()
                .create(b -> b.name(name).platform(platform).identifier(request.identifier()))
                .orExisting()
                .execute();
        listener.accept("Made the identifier " + request.identifier() + ".");
        return created;
    }

    /** Returns whether one was added, which makes the profiles of the identifier invalid. */
    boolean addCapabilities(BundleId bundleId) {
        if (request.capabilities().isEmpty()) {
            return false;
        }
        Set<CapabilityType> present = capabilities(bundleId);
        List<CapabilityType> missing = request.capabilities().stream()
                .filter(each -> !present.contains(each))
                .distinct()
                .toList();
        for (CapabilityType each : missing) {
            asc.bundleIdCapabilities()
                    .create(b -> b.capabilityType(each).bundleId(bundleId))
                    .orExisting()
                    .execute();
            listener.accept("Switched " + each + " on.");
        }
        return !missing.isEmpty();
    }

    private Set<CapabilityType> capabilities(BundleId bundleId) {
        boolean isKnown = bundleId.bundleIdCapabilities().hasData()
                && !bundleId.bundleIdCapabilities().isTruncated();
        List<BundleIdCapability> all = isKnown
                ? bundleId.bundleIdCapabilities().included()
                : asc.bundleIds().listBundleIdCapabilities(bundleId.id()).toList();
        return all.stream()
                .map(BundleIdCapability::capabilityType)
                .filter(each -> each != null)
                .collect(Collectors.toSet());
    }
}
