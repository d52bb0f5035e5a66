package io.github.ascjava.uploads;

import io.github.ascjava.client.error.ApiKeyUsageException;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ForbiddenException;
import io.github.ascjava.client.error.UnauthorizedException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads of a state that the service cannot show for a while (docs/live-service.md#states-are-unreadable-after-uploads). */
final class Reading {

    private Reading() {}

    /**
     * Reads, and takes an error as no result, because it says nothing about the file.
     *
     * @param failed notified of the error
     * @throws AscException if the key may not read, which does not pass
     */
    static <V> Optional<V> attempt(Supplier<V> read, Consumer<AscException> failed) {
        try {
            return Optional.of(read.get());
        } catch (ForbiddenException | UnauthorizedException | ApiKeyUsageException e) {
            throw e;
        } catch (AscException e) {
            failed.accept(e);
            return Optional.empty();
        }
    }
}
