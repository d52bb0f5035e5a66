package io.github.ascjava.spring;

import io.github.ascjava.client.AppStoreConnect;

/**
 * Changes the clients that the starter creates; declare it as a bean.
 *
 * <pre>{@code
 * @Bean
 * AppStoreConnectCustomizer proxy(OkHttpClient http) {
 *     return (builder, name) -> builder.httpClient(http);
 * }
 * }</pre>
 *
 * <p>Called once for each client, after the properties were applied. Several customizers are called in their order.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AppStoreConnectCustomizer {

    /**
     * Changes a client.
     *
     * @param builder the builder of the client
     * @param name the client's name: {@code default}, or a name of {@code ascjava.keys.*}
     */
    void customize(AppStoreConnect.Builder builder, String name);
}
