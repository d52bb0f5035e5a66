package io.github.ascjava.client.jsonapi;

/**
 * A text of which Apple documents some values, and may send others tomorrow.
 *
 * <p>Each implementation is a record with a constant per documented value and accepts any other as well, so a new value
 * neither breaks decoding nor has to wait for a release to be sent. Compare with {@code equals}; two instances are equal
 * if their values are.
 */
public interface OpenEnum {

    /** Returns the value as it stands in JSON and in queries. */
    String value();
}
