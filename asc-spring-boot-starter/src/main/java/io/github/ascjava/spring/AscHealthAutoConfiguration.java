package io.github.ascjava.spring;

import io.github.ascjava.client.AppStoreConnect;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the health of all clients, {@code appStoreConnect}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AscAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(AppStoreConnect.class)
public final class AscHealthAutoConfiguration {

    AscHealthAutoConfiguration() {}

    @Bean
    LastCalls ascLastCalls() {
        return new LastCalls(Clock.systemUTC());
    }

    /** The condition on the property is not above, where it would be looked for without the library as well. */
    @Bean
    @ConditionalOnEnabledHealthIndicator("appstoreconnect")
    @ConditionalOnMissingBean(name = {"appStoreConnectHealthIndicator", "appStoreConnectHealthContributor"})
    HealthContributor appStoreConnectHealthContributor(
            Map<String, AppStoreConnect> clients, LastCalls lastCalls, AscProperties properties) {
        Map<String, AscHealthIndicator> indicators = new LinkedHashMap<>();
        clients.forEach((bean, client) -> {
            String name = NamedClients.clientName(bean);
            indicators.put(
                    name,
                    new AscHealthIndicator(
                            client,
                            () -> lastCalls.of(name),
                            properties.health().probe()));
        });
        return indicators.size() == 1
                ? indicators.values().iterator().next()
                : CompositeHealthContributor.fromMap(indicators);
    }
}
