package io.github.ascjava.release;

import io.github.ascjava.client.model.common.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is submitted for review, and how careful to be. Immutable.
 *
 * @since 0.1.0
 */
public final class SubmissionOptions {

    private final String appId;
    private final Platform platform;
    private final @Nullable String versionString;
    private final boolean withVersion;
    private final List<SubmissionItem> items;
    private final boolean checksReadiness;
    private final boolean allowsOtherItems;
    private final Duration timeout;

    private SubmissionOptions(Builder builder) {
        appId = builder.appId;
        platform = builder.platform;
        versionString = builder.versionString;
        withVersion = builder.withVersion;
        items = List.copyOf(builder.items);
        checksReadiness = builder.checksReadiness;
        allowsOtherItems = builder.allowsOtherItems;
        timeout = builder.timeout;
    }

    /**
     * Returns a builder for the version in preparation.
     *
     * @param appId Apple's ID of the app, such as {@code 1074682240}
     */
    public static Builder builder(String appId, Platform platform) {
        return new Builder(appId, platform);
    }

    /** Returns Apple's ID of the app. */
    public String appId() {
        return appId;
    }

    /** Returns the platform. */
    public Platform platform() {
        return platform;
    }

    @Nullable
    String versionString() {
        return versionString;
    }

    boolean withVersion() {
        return withVersion;
    }

    List<SubmissionItem> items() {
        return items;
    }

    boolean checksReadiness() {
        return checksReadiness;
    }

    boolean allowsOtherItems() {
        return allowsOtherItems;
    }

    Duration timeout() {
        return timeout;
    }

    @Override
    public String toString() {
        return "SubmissionOptions[" + appId + ", " + platform + ", version=" + versionString + ", items=" + items + "]";
    }

    /** Builds {@link SubmissionOptions}; not thread-safe. */
    public static final class Builder {

        private static final Duration TIMEOUT = Duration.ofMinutes(5);

        private final String appId;
        private final Platform platform;
        private final List<SubmissionItem> items = new ArrayList<>();
        private @Nullable String versionString;
        private boolean withVersion = true;
        private boolean checksReadiness = true;
        private boolean allowsOtherItems;
        private Duration timeout = TIMEOUT;

        private Builder(String appId, Platform platform) {
            this.appId = Objects.requireNonNull(appId, "appId");
            this.platform = Objects.requireNonNull(platform, "platform");
        }

        /** Submits the version with this number; the one in preparation if not set. */
        public Builder version(String number) {
            versionString = Objects.requireNonNull(number, "number");
            return this;
        }

        /** Submits no version, only other items. */
        public Builder withoutVersion() {
            withVersion = false;
            return this;
        }

        /**
         * Adds something else to be reviewed with the version.
         *
         * @throws IllegalArgumentException if the type is not one that can be reviewed; the message names the nearest one
         */
        public Builder item(String type, String id) {
            items.add(SubmissionItem.of(type, id));
            return this;
        }

        /** Submits although something is missing, or is not known to be there. Apple still checks it. */
        public Builder withoutReadinessCheck() {
            checksReadiness = false;
            return this;
        }

        /** Uses the open submission even if it has items that are not among those of these options. */
        public Builder allowOtherItems() {
            allowsOtherItems = true;
            return this;
        }

        /**
         * Sets how long to wait until the version is ready, and until an earlier cancellation is done; 5 minutes each if not
         * set.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Builder timeout(Duration duration) {
            if (duration.isNegative()) {
                throw new IllegalArgumentException("A timeout is zero or more, but was " + duration + ".");
            }
            timeout = duration;
            return this;
        }

        /** Builds the options. */
        public SubmissionOptions build() {
            return new SubmissionOptions(this);
        }
    }
}
