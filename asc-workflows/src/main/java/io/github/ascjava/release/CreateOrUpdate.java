package io.github.ascjava.release;

import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ExistingResource;
import java.util.function.Function;

/** Creates what was not there when it was read. */
final class CreateOrUpdate {

    private CreateOrUpdate() {}

    /**
     * Creates a resource, or changes the one that exists by now with other values.
     *
     * @param update changes the resource with an ID
     */
    static <T> T execute(ApiCall<T> create, Function<String, T> update) {
        try {
            return create.orExisting().execute();
        } catch (AscException e) {
            return update.apply(e.existing().map(ExistingResource::id).orElseThrow(() -> e));
        }
    }
}
