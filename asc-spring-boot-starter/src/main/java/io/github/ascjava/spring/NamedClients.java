package io.github.ascjava.spring;

import io.github.ascjava.client.AppStoreConnect;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Registers a client for each name in {@code ascjava.keys}, with the name as its qualifier. */
final class NamedClients implements ImportBeanDefinitionRegistrar {

    /** Comes after the name in the name of the bean. */
    private static final String SUFFIX = "AppStoreConnect";

    private final Environment environment;

    NamedClients(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        for (String name : names(environment)) {
            RootBeanDefinition definition = new RootBeanDefinition(AppStoreConnect.class);
            definition.setFactoryBeanName(AscAutoConfiguration.FACTORY_BEAN);
            definition.setFactoryMethodName("named");
            definition.getConstructorArgumentValues().addGenericArgumentValue(name);
            definition.setDestroyMethodName("close");
            definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
            registry.registerBeanDefinition(name + SUFFIX, definition);
        }
    }

    static Set<String> names(Environment environment) {
        return Binder.get(environment)
                .bind("ascjava.keys", Bindable.mapOf(String.class, AscProperties.Key.class))
                .orElse(Map.of())
                .keySet();
    }

    /** Returns the name of the client that is a bean of the given name. */
    static String clientName(String beanName) {
        if (beanName.equals(AscAutoConfiguration.DEFAULT_CLIENT_BEAN)) {
            return ClientFactory.DEFAULT;
        }
        return beanName.endsWith(SUFFIX) ? beanName.substring(0, beanName.length() - SUFFIX.length()) : beanName;
    }
}
