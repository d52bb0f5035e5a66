package io.github.ascjava.spring;

import io.github.ascjava.webhooks.ReplayGuard;
import io.github.ascjava.webhooks.WebhookEvent;
import io.github.ascjava.webhooks.WebhookVerifier;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Auto-configuration of the endpoint for webhooks, in a servlet application with a {@link WebhookVerifier}; it publishes each
 * event as a {@link WebhookEvent}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AscWebhookAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({HttpServletRequest.class, DispatcherServlet.class})
public final class AscWebhookEndpointAutoConfiguration {

    /** Before the mapping of controllers, whose order is 0. */
    private static final int ORDER = -1;

    AscWebhookEndpointAutoConfiguration() {}

    @Bean
    @ConditionalOnBean(WebhookVerifier.class)
    SimpleUrlHandlerMapping webhookHandlerMapping(
            AscProperties properties,
            WebhookVerifier verifier,
            ReplayGuard guard,
            ApplicationEventPublisher publisher) {
        String path = properties.webhooks().path();
        if (!path.startsWith("/")) {
            throw new AscConfigurationException(
                    "The property ascjava.webhooks.path is " + path + ", which does not begin with a slash.",
                    "Set it to a path such as /app-store-connect/webhooks.",
                    null);
        }
        return new SimpleUrlHandlerMapping(Map.of(path, new WebhookEndpoint(verifier, guard, publisher)), ORDER);
    }

    /** A path without a secret is a mistake that would show as a 404 only. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("ascjava.webhooks.path")
    @ConditionalOnMissingBean(WebhookVerifier.class)
    static class WithoutSecret {

        WithoutSecret() {
            LoggerFactory.getLogger(AscWebhookEndpointAutoConfiguration.class)
                    .warn("ascjava.webhooks.path is set, but there is no endpoint for webhooks, because"
                            + " ascjava.webhooks.secret is not set.");
        }
    }
}
