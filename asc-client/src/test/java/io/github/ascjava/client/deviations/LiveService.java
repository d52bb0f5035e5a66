package io.github.ascjava.client.deviations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the entry of {@code docs/live-service.md} that a test is about. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface LiveService {

    /** Returns the anchor of the entry, such as {@code to-one-absent-is-null}. */
    String value();
}
