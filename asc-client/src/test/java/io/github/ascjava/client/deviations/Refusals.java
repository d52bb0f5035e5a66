package io.github.ascjava.client.deviations;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.error.ApiException;

/** Carries out calls that Apple rejects. */
final class Refusals {

    private Refusals() {}

    static ApiException refusal(ApiCall<?> call) {
        return catchThrowableOfType(ApiException.class, call::execute);
    }
}
