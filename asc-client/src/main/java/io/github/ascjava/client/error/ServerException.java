package io.github.ascjava.client.error;

/**
 * Thrown for 5xx: something failed at Apple. A write may have been applied; read the resource before retrying it.
 *
 * @since 0.1.0
 */
public final class ServerException extends ApiException {

    private static final long serialVersionUID = 1L;

    ServerException(String operation, Details details) {
        super(operation, details);
    }
}
