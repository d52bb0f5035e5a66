package io.github.ascjava.client.model.apps;

import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.client.jsonapi.ResourceType;
import io.github.ascjava.client.jsonapi.Unrecognized;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An app of the team.
 *
 * @param id the id, digits, which is also the app's number in the App Store
 * @param name the name in the primary locale
 * @param bundleId the identifier of the bundle ID, such as {@code com.example.app}
 * @param sku the team's own number for the app
 * @param primaryLocale the locale, such as {@code en-US}, that stands in where a localization is missing
 * @param isOrEverWasMadeForKids whether the app is or was in the Kids category
 * @param accessibilityUrl where the accessibility of the app is described
 * @param subscriptionStatusUrl where the App Store sends server notifications
 * @param subscriptionStatusUrlVersion their version
 * @param subscriptionStatusUrlForSandbox where the App Store sends those of the sandbox
 * @param subscriptionStatusUrlVersionForSandbox their version
 * @param contentRightsDeclaration whether the app uses content of third parties
 * @param streamlinedPurchasingEnabled whether purchases can be begun outside of the app
 * @param unrecognized what the response said beyond this
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/app">App</a>
 */
@ResourceType("apps")
public record App(
        String id,
        @Nullable String name,
        @Nullable String bundleId,
        @Nullable String sku,
        @Nullable String primaryLocale,
        @Nullable Boolean isOrEverWasMadeForKids,
        @Nullable URI accessibilityUrl,
        @Nullable URI subscriptionStatusUrl,
        @Nullable SubscriptionStatusUrlVersion subscriptionStatusUrlVersion,
        @Nullable URI subscriptionStatusUrlForSandbox,
        @Nullable SubscriptionStatusUrlVersion subscriptionStatusUrlVersionForSandbox,
        @Nullable ContentRightsDeclaration contentRightsDeclaration,
        @Nullable Boolean streamlinedPurchasingEnabled,
        Unrecognized unrecognized)
        implements Resource {}
