package io.github.ascjava.spring;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration that keeps private keys and secrets of {@code ascjava.*} out of the endpoints {@code env} and
 * {@code configprops}, even if these show other values.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class AscActuatorAutoConfiguration {

    /** Of properties and of environment variables, in lower case and without separators. */
    private static final Pattern SECRET = Pattern.compile("ascjava.*(privatekey|secret)");

    private static final Pattern SEPARATORS = Pattern.compile("[-_.\\[\\]]");

    AscActuatorAutoConfiguration() {}

    @Bean
    SanitizingFunction ascSanitizingFunction() {
        return data -> isSecret(data) ? data.withSanitizedValue() : data;
    }

    private static boolean isSecret(SanitizableData data) {
        String name = SEPARATORS.matcher(data.getKey()).replaceAll("").toLowerCase(Locale.ROOT);
        return SECRET.matcher(name).matches();
    }
}
