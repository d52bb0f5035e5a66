package io.github.ascjava.spring;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.CallListener;
import io.github.ascjava.client.call.ClientOptions;
import io.github.ascjava.client.call.RateLimiter;
import io.github.ascjava.client.call.RetryPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/** Creates clients from properties and beans. */
final class ClientFactory {

    /** The name of the client of {@code ascjava.key}. */
    static final String DEFAULT = "default";

    private final AscProperties properties;
    private final @Nullable RateLimiter rateLimiter;
    private final ObjectProvider<CallListener> listeners;
    private final ObjectProvider<AppStoreConnectCustomizer> customizers;
    private final ObjectProvider<ClientListeners> ownListeners;

    ClientFactory(
            AscProperties properties,
            ObjectProvider<RateLimiter> rateLimiter,
            ObjectProvider<CallListener> listeners,
            ObjectProvider<AppStoreConnectCustomizer> customizers,
            ObjectProvider<ClientListeners> ownListeners) {
        this.properties = properties;
        // One for all clients: it counts by key.
        this.rateLimiter = rateLimiter.getIfAvailable(() -> ofProperties(properties));
        this.listeners = listeners;
        this.customizers = customizers;
        this.ownListeners = ownListeners;
    }

    /** Creates the client of {@code ascjava.keys.NAME}; called by the bean definitions of {@link NamedClients}. */
    AppStoreConnect named(String name) {
        AscProperties.Key key = properties.keys().get(name);
        if (key == null || !key.isSet()) {
            throw new AscConfigurationException(
                    "The properties ascjava.keys." + name + ".* give no key.",
                    "Set ascjava.keys." + name + ".id and the others, or remove them all.",
                    null);
        }
        return create(name, new KeyLoader("ascjava.keys." + name, key).load(), key.readOnly());
    }

    /** Creates the client of {@code ascjava.key}. */
    AppStoreConnect ofDefault(ApiKey key) {
        return create(DEFAULT, key, properties.key().readOnly());
    }

    private AppStoreConnect create(String name, ApiKey key, boolean readOnly) {
        AppStoreConnect.Builder builder = AppStoreConnect.builder(key);
        try {
            apply(properties.client(), builder);
        } catch (IllegalArgumentException e) {
            throw wrong(e, "Correct the properties ascjava.client.*.");
        }
        if (readOnly || properties.client().readOnly()) {
            builder.readOnly();
        }
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder, name));
        ownListeners.forEach(own -> builder.options(o -> o.listener(own.listener(name))));
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw wrong(e, "Correct the properties ascjava.client.* or the customizers of the client.");
        }
    }

    private static AscConfigurationException wrong(IllegalArgumentException e, String action) {
        return new AscConfigurationException(String.valueOf(e.getMessage()), action, e);
    }

    private void apply(AscProperties.Client client, AppStoreConnect.Builder builder) {
        if (StringUtils.hasText(client.baseUrl())) {
            builder.baseUrl(client.baseUrl());
        }
        if (StringUtils.hasText(client.userAgent())) {
            builder.userAgent(client.userAgent());
        }
        builder.options(options -> apply(client, options));
    }

    private void apply(AscProperties.Client client, ClientOptions.Builder options) {
        AscProperties.Retry retry = client.retry();
        options.timeout(client.timeout())
                .retryPolicy(new RetryPolicy(retry.maxRetries(), retry.initialBackoff(), retry.maxBackoff()))
                .maxResponseBytes(bytes("ascjava.client.max-response-size", client.maxResponseSize()))
                .maxPages(client.maxPages());
        if (rateLimiter != null) {
            options.rateLimiter(rateLimiter);
        }
        listeners.orderedStream().forEach(options::listener);
    }

    static int bytes(String property, DataSize size) {
        if (size.toBytes() < 1 || size.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    property + " must be from 1B to 2047MB, but was " + size.toBytes() + " bytes.");
        }
        return (int) size.toBytes();
    }

    private static @Nullable RateLimiter ofProperties(AscProperties properties) {
        return properties.client().rateLimiter() == AscProperties.RateLimiting.IN_MEMORY
                ? RateLimiter.inMemory()
                : null;
    }
}
