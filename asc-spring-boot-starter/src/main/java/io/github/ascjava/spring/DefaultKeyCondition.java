package io.github.ascjava.spring;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches unless all keys have names. Without any key it matches as well, so that its absence is reported. */
final class DefaultKeyCondition extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        boolean isSet = Binder.get(environment)
                .bind("ascjava.key", AscProperties.Key.class)
                .map(AscProperties.Key::isSet)
                .orElse(false);
        if (isSet) {
            return ConditionOutcome.match(ConditionMessage.of("found ascjava.key.*"));
        }
        return NamedClients.names(environment).isEmpty()
                ? ConditionOutcome.match(ConditionMessage.of("found no ascjava.keys.*"))
                : ConditionOutcome.noMatch(ConditionMessage.of("found ascjava.keys.* only"));
    }
}
