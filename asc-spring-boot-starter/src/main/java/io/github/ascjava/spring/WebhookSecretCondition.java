package io.github.ascjava.spring;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Matches if there is a secret. A blank one counts as absent, so that a placeholder can have an empty default. */
final class WebhookSecretCondition extends SpringBootCondition {

    private static final String PROPERTY = "ascjava.webhooks.secret";

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        boolean isSet = Binder.get(context.getEnvironment())
                .bind(PROPERTY, String.class)
                .map(StringUtils::hasText)
                .orElse(false);
        return new ConditionOutcome(isSet, ConditionMessage.of((isSet ? "found " : "did not find ") + PROPERTY));
    }
}
