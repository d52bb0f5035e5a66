package io.github.ascjava.signing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ascjava.signing.store.StoreException.Reason;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Checks what stores are rejected with. */
final class StoreFailures {

    private StoreFailures() {}

    /** Expects one or two sentences for this reason, without any secret of {@link TestStore}. */
    static AbstractThrowableAssert<?, StoreException> assertFails(ThrowingCallable code, Reason reason) {
        StoreException failure = catchThrowableOfType(StoreException.class, code);
        assertThat(failure).isNotNull();
        assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(reason);
        assertThat(failure.getMessage()).endsWith(".").doesNotContain("horse", "key 1", "certificate 1", "\n");
        return (AbstractThrowableAssert<?, StoreException>) assertThat(failure);
    }
}
