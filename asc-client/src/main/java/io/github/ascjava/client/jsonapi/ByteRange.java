package io.github.ascjava.client.jsonapi;

/**
 * A JSON value within a document's bytes, read on demand.
 *
 * @param start the index of its first byte
 * @param end the index after its last byte
 */
record ByteRange(int start, int end) {

    int size() {
        return end - start;
    }
}
