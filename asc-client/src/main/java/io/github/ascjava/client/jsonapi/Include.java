package io.github.ascjava.client.jsonapi;

/**
 * The name of a relationship whose resources can be included in a response.
 *
 * @since 0.1.0
 */
public abstract class Include extends OpenEnum {

    /** Creates an include. */
    protected Include(String value) {
        super(value);
    }
}
