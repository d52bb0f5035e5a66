package io.github.ascjava.client.jsonapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the attribute or relationship of a {@link Resource} component whose name Java or JSON:API reserves.
 *
 * <p>Used instead of Jackson's {@code JsonProperty}, because a resource that is written flat already has a {@code type}.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface JsonName {

    /** Returns the name in Apple's documents. */
    String value();
}
