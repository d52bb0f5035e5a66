package io.github.ascjava.spring;

import io.github.ascjava.webhooks.ReplayGuard;
import io.github.ascjava.webhooks.WebhookVerifier;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.util.StringUtils;

/**
 * Auto-configuration of what receives webhooks: a verifier, if there is a secret, and a replay guard.
 *
 * @see AscWebhookEndpointAutoConfiguration
 * @since 0.1.0
 */
@AutoConfiguration
@EnableConfigurationProperties(AscProperties.class)
public final class AscWebhookAutoConfiguration {

    AscWebhookAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    @Conditional(WebhookSecretCondition.class)
    WebhookVerifier webhookVerifier(AscProperties properties) {
        AscProperties.Webhooks webhooks = properties.webhooks();
        List<String> secrets = Stream.of(webhooks.secret(), webhooks.previousSecret())
                .filter(StringUtils::hasText)
                .map(String::valueOf)
                .toList();
        try {
            return WebhookVerifier.of(secrets)
                    .withMaxBodyBytes(ClientFactory.bytes("ascjava.webhooks.max-body-size", webhooks.maxBodySize()));
        } catch (IllegalArgumentException e) {
            throw new AscConfigurationException(
                    String.valueOf(e.getMessage()), "Correct the properties ascjava.webhooks.*.", e);
        }
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(WebhookVerifier.class)
    ReplayGuard replayGuard() {
        return ReplayGuard.inMemory(Clock.systemUTC());
    }
}
