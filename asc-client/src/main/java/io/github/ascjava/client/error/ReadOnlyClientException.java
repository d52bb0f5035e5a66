package io.github.ascjava.client.error;

/**
 * Thrown when a call was not sent, because it could change something and the client is {@linkplain
 * io.github.ascjava.client.AppStoreConnect.Builder#readOnly() read-only}.
 *
 * @since 0.1.0
 */
public final class ReadOnlyClientException extends AscException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception for something that was not sent.
     *
     * @param operation method and path template of a call, or what else was to be changed
     */
    public ReadOnlyClientException(String operation) {
        super(
                operation,
                0,
                "not sent, because it could change something and this client is read-only. To allow it, build the client"
                        + " without readOnly().",
                null);
    }
}
