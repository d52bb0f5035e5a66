package io.github.ascjava.notary;

import io.github.ascjava.client.jsonapi.OpenEnum;

/**
 * How serious an issue in a {@link NotaryLog} is; Apple may add values.
 *
 * @since 0.1.0
 */
public final class IssueSeverity extends OpenEnum {

    /** The software is not notarized because of it. */
    public static final IssueSeverity ERROR = new IssueSeverity("error");

    /** The software may be notarized all the same, but not in the future. */
    public static final IssueSeverity WARNING = new IssueSeverity("warning");

    private IssueSeverity(String value) {
        super(value);
    }

    /** Returns the severity with a value in Apple's spelling, such as {@code error}. */
    public static IssueSeverity of(String value) {
        return new IssueSeverity(value);
    }
}
