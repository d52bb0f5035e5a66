package io.github.ascjava.client;

import io.github.ascjava.client.call.ApiCall;
import java.util.concurrent.CompletionException;

/** How a call is executed. */
enum Way {
    SYNCHRONOUS {
        @Override
        <T> T run(ApiCall<T> call) {
            return call.execute();
        }
    },
    ASYNCHRONOUS {
        @Override
        <T> T run(ApiCall<T> call) {
            try {
                return call.executeAsync().join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw e.getCause() instanceof RuntimeException failure ? failure : e;
            }
        }
    };

    abstract <T> T run(ApiCall<T> call);
}
