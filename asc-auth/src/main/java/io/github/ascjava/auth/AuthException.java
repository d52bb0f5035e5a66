package io.github.ascjava.auth;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by the interceptor when a request cannot be authorised, before anything is sent.
 *
 * <p>It is an {@link IOException} because OkHttp lets interceptors throw nothing else safely: any other exception would
 * crash the dispatcher thread of an asynchronous call.
 */
public class AuthException extends IOException {

    private static final long serialVersionUID = 1L;

    AuthException(String message) {
        this(message, null);
    }

    AuthException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
