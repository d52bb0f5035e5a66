package io.github.ascjava.client.jsonapi;

/** The name of a relationship whose resources can be included in a response. */
public abstract class Include extends OpenEnum {

    /** Names a relationship. */
    protected Include(String value) {
        super(value);
    }
}
