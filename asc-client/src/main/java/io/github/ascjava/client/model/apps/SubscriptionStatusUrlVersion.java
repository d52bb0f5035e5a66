package io.github.ascjava.client.model.apps;

import io.github.ascjava.client.jsonapi.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * A version of the App Store server notifications that a URL takes.
 *
 * @param value the value as Apple writes it
 */
public record SubscriptionStatusUrlVersion(String value) implements OpenEnum {

    public static final SubscriptionStatusUrlVersion V1 = new SubscriptionStatusUrlVersion("V1");
    public static final SubscriptionStatusUrlVersion V2 = new SubscriptionStatusUrlVersion("V2");

    /** Checks that there is a value. */
    public SubscriptionStatusUrlVersion {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the value as a SubscriptionStatusUrlVersion, documented or not. */
    public static SubscriptionStatusUrlVersion of(String value) {
        return new SubscriptionStatusUrlVersion(value);
    }

    /** Returns the documented values. */
    public static List<SubscriptionStatusUrlVersion> known() {
        return List.of(V1, V2);
    }

    @Override
    public String toString() {
        return value;
    }
}
