package io.github.ascjava.spring.test;

import io.github.ascjava.client.call.ClientOptions;
import io.github.ascjava.spring.AppStoreConnectCustomizer;
import io.github.ascjava.testing.Sandbox;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Starts a sandbox for an application context, and overrides the properties of keys.
 *
 * <p>A record, because Spring takes contexts with equal customizers for the same.
 */
record SandboxCustomizer(boolean empty, String fixtures) implements ContextCustomizer {

    private static final ConfigurationPropertyName KEY = ConfigurationPropertyName.of("ascjava.key");
    private static final ConfigurationPropertyName KEYS = ConfigurationPropertyName.of("ascjava.keys");

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
        Sandbox sandbox = start();
        DefaultSingletonBeanRegistry beans = (DefaultSingletonBeanRegistry) context.getBeanFactory();
        beans.registerSingleton("ascSandbox", sandbox);
        beans.registerDisposableBean("ascSandbox", sandbox::close);
        beans.registerSingleton("ascSandboxCustomizer", inTimeOf(sandbox));
        TestPropertyValues.of(properties(context.getEnvironment(), sandbox)).applyTo(context);
    }

    private Sandbox start() {
        Sandbox.Builder builder = Sandbox.builder();
        if (empty) {
            builder.empty();
        }
        if (!fixtures.isEmpty()) {
            builder.fixtures(Path.of(fixtures));
        }
        return builder.start();
    }

    private static AppStoreConnectCustomizer inTimeOf(Sandbox sandbox) {
        ClientOptions options = sandbox.client().options();
        return (builder, name) -> builder.options(o -> o.clock(sandbox.clock()).sleeper(options.sleeper()));
    }

    private static Map<String, String> properties(Environment environment, Sandbox sandbox) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("ascjava.client.base-url", sandbox.baseUrl());
        Set<String> prefixes = new TreeSet<>();
        boolean hasDefaultKey = false;
        for (ConfigurationPropertyName name : names(environment)) {
            hasDefaultKey |= KEY.isAncestorOf(name);
            if (KEYS.isAncestorOf(name)) {
                prefixes.add("ascjava.keys." + name.getElement(KEYS.getNumberOfElements(), Form.ORIGINAL));
            }
        }
        if (hasDefaultKey || prefixes.isEmpty()) {
            prefixes.add("ascjava.key");
        }
        prefixes.forEach(prefix -> putKey(properties, prefix, sandbox.environment()));
        return properties;
    }

    private static void putKey(Map<String, String> properties, String prefix, Map<String, String> sandbox) {
        properties.put(prefix + ".id", sandbox.getOrDefault("ASC_KEY_ID", ""));
        properties.put(prefix + ".issuer-id", sandbox.getOrDefault("ASC_ISSUER_ID", ""));
        properties.put(prefix + ".private-key", sandbox.getOrDefault("ASC_PRIVATE_KEY", ""));
        properties.put(prefix + ".private-key-path", "");
        properties.put(prefix + ".json-path", "");
        properties.put(prefix + ".in-house", "false");
    }

    private static Set<ConfigurationPropertyName> names(Environment environment) {
        Set<ConfigurationPropertyName> names = new TreeSet<>();
        ConfigurationPropertySources.get(environment).forEach(source -> {
            if (source instanceof IterableConfigurationPropertySource iterable) {
                iterable.forEach(names::add);
            }
        });
        return names;
    }
}
