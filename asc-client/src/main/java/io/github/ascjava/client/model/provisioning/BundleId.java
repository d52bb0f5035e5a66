package io.github.ascjava.client.model.provisioning;

import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.client.jsonapi.ResourceType;
import io.github.ascjava.client.jsonapi.ToOne;
import io.github.ascjava.client.jsonapi.Unrecognized;
import io.github.ascjava.client.model.apps.App;
import org.jspecify.annotations.Nullable;

/**
 * A bundle ID (App ID) of the team.
 *
 * @param id the id of the resource, which is not the identifier
 * @param identifier the identifier, such as {@code com.example.app}
 * @param name the name
 * @param platform the platform
 * @param seedId the prefix of the App ID, nearly always the team ID
 * @param app the app that uses it
 * @param unrecognized what the response said beyond this
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/bundleid">BundleId</a>
 */
@ResourceType("bundleIds")
public record BundleId(
        String id,
        @Nullable String identifier,
        @Nullable String name,
        @Nullable BundleIdPlatform platform,
        @Nullable String seedId,
        ToOne<App> app,
        Unrecognized unrecognized)
        implements Resource {}
