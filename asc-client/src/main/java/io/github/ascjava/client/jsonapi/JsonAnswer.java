package io.github.ascjava.client.jsonapi;

/**
 * Marks records that are whole answers in JSON, but no JSON:API documents, such as performance metrics.
 *
 * <p>They are read as resources are: what does not fit is read as null instead of failing the answer.
 */
public interface JsonAnswer {}
