package io.github.ascjava.release;

import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.error.NotFoundException;
import java.util.Optional;

/** Reads what may be absent, which is a null or a 404 (docs/live-service.md#to-one-absent-is-null). */
final class ToOneReads {

    private ToOneReads() {}

    static <T> Optional<T> read(ApiCall<Optional<T>> call) {
        try {
            return call.execute();
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
