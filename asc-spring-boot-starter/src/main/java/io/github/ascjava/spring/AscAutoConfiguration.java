package io.github.ascjava.spring;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.CallListener;
import io.github.ascjava.client.call.RateLimiter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Auto-configuration of clients: one for {@code ascjava.key}, and one for each name in {@code ascjava.keys}.
 *
 * <p>An application that declares an {@link AppStoreConnect} itself gets none. One that declares an {@link ApiKey}, such as
 * one in a key management service, gets a client with this key.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@EnableConfigurationProperties(AscProperties.class)
public final class AscAutoConfiguration {

    static final String FACTORY_BEAN = "ascClientFactory";
    static final String DEFAULT_CLIENT_BEAN = "appStoreConnect";

    AscAutoConfiguration() {}

    /** In the order of the methods: a client is created if there is a key for it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "ascjava.client.enabled", matchIfMissing = true)
    @ConditionalOnMissingBean(AppStoreConnect.class)
    @Import(NamedClients.class)
    static class Clients {

        @Bean(FACTORY_BEAN)
        ClientFactory ascClientFactory(
                AscProperties properties,
                ObjectProvider<RateLimiter> rateLimiter,
                ObjectProvider<CallListener> listeners,
                ObjectProvider<AppStoreConnectCustomizer> customizers,
                ObjectProvider<ClientListeners> ownListeners) {
            return new ClientFactory(properties, rateLimiter, listeners, customizers, ownListeners);
        }

        @Bean
        @ConditionalOnMissingBean
        @Conditional(DefaultKeyCondition.class)
        ApiKey appStoreConnectKey(AscProperties properties, ConfigurableEnvironment environment) {
            Map<String, String> variables = new LinkedHashMap<>();
            environment.getSystemEnvironment().forEach((name, value) -> variables.put(name, String.valueOf(value)));
            return KeyLoader.defaultKey(properties.key(), variables);
        }

        @Bean(DEFAULT_CLIENT_BEAN)
        @Primary
        @ConditionalOnBean(ApiKey.class)
        AppStoreConnect appStoreConnect(ClientFactory factory, ApiKey key) {
            return factory.ofDefault(key);
        }

        @Bean
        RunningCalls ascRunningCalls(ObjectProvider<AppStoreConnect> clients) {
            return new RunningCalls(clients);
        }
    }
}
