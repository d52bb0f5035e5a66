package io.github.ascjava.client.jsonapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the attribute or relationship that a component of a {@link Resource} holds, where Java or JSON:API uses its name.
 *
 * <p>It is not Jackson's {@code JsonProperty}, because a resource that is written flat has one {@code type} already.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface JsonName {

    /** Returns the name in Apple's documents. */
    String value();
}
