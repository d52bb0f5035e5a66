package io.github.ascjava.spring;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of observations: one for each call of the starter's clients, if there is an
 * {@link ObservationRegistry}.
 *
 * @see AscCallConvention
 * @since 0.1.0
 */
@AutoConfiguration(
        afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean(ObservationRegistry.class)
public final class AscObservationAutoConfiguration {

    AscObservationAutoConfiguration() {}

    @Bean
    CallObservations ascCallObservations(ObservationRegistry registry, ObjectProvider<AscCallConvention> convention) {
        return new CallObservations(registry, convention.getIfAvailable(AscCallConvention::new));
    }
}
