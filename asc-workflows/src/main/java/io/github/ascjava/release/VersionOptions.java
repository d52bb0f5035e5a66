package io.github.ascjava.release;

import io.github.ascjava.client.model.apps.AgeRatingDeclarationUpdate;
import io.github.ascjava.client.model.apps.AppContentRightsDeclaration;
import io.github.ascjava.client.model.appstore.AppStoreReviewDetailUpdate;
import io.github.ascjava.client.model.appstore.AppStoreVersionReleaseType;
import io.github.ascjava.client.model.common.Platform;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How a version of an app has to be before it is submitted for review. What is not set stays as it is. Immutable.
 *
 * <pre>{@code
 * VersionOptions options = VersionOptions.builder(appId, Platform.IOS, "1.1")
 *         .releaseType(AppStoreVersionReleaseType.MANUAL)
 *         .newestBuild()
 *         .usesNonExemptEncryption(false)
 *         .reviewDetails(b -> b.contactEmail("review@example.com"))
 *         .build();
 * }</pre>
 *
 * <p>Names of categories, of age ratings and of other value sets are checked by {@link Releases#plan(VersionOptions)}, which
 * names the nearest known one.
 *
 * @since 0.1.0
 */
public final class VersionOptions {

    private final String appId;
    private final Platform platform;
    private final String versionString;
    private final VersionValues values;

    private VersionOptions(Builder builder) {
        appId = builder.appId;
        platform = builder.platform;
        versionString = builder.versionString;
        values = builder.values.copy();
    }

    /**
     * Returns a builder.
     *
     * @param appId Apple's ID of the app, such as {@code 1074682240}
     * @param versionString the number of the version, such as {@code 1.1}
     */
    public static Builder builder(String appId, Platform platform, String versionString) {
        return new Builder(appId, platform, versionString);
    }

    /** Returns Apple's ID of the app. */
    public String appId() {
        return appId;
    }

    /** Returns the platform. */
    public Platform platform() {
        return platform;
    }

    /** Returns the number of the version. */
    public String versionString() {
        return versionString;
    }

    VersionValues values() {
        return values;
    }

    /** Returns app, platform and version, and none of the other values, of which some are secrets. */
    @Override
    public String toString() {
        return "VersionOptions[" + appId + ", " + platform + ", " + versionString + "]";
    }

    /** Builds {@link VersionOptions}; not thread-safe. */
    public static final class Builder {

        private final String appId;
        private final Platform platform;
        private final String versionString;
        private final VersionValues values = new VersionValues();

        private Builder(String appId, Platform platform, String versionString) {
            this.appId = Objects.requireNonNull(appId, "appId");
            this.platform = Objects.requireNonNull(platform, "platform");
            this.versionString = Objects.requireNonNull(versionString, "versionString");
        }

        /** Sets how the version is released after its approval. */
        public Builder releaseType(AppStoreVersionReleaseType type) {
            return attribute("releaseType", type);
        }

        /** Sets the earliest time of the release, for the release type {@code SCHEDULED}. */
        public Builder earliestReleaseDate(OffsetDateTime time) {
            return attribute("earliestReleaseDate", time);
        }

        /** Sets the copyright, such as {@code 2026 Example Coffee Labs}. */
        public Builder copyright(String text) {
            return attribute("copyright", text);
        }

        /** Sets whether the app uses the advertising identifier. */
        public Builder usesIdfa(boolean uses) {
            return attribute("usesIdfa", uses);
        }

        private Builder attribute(String name, Object value) {
            values.attributes.put(name, Objects.requireNonNull(value, name));
            return this;
        }

        /** Sets whether the version is released to more customers each day, over seven days. */
        public Builder phasedRelease(boolean phased) {
            values.phasedRelease = phased;
            return this;
        }

        /** Sets whether the app has content of third parties. It belongs to the app, and so to all of its versions. */
        public Builder contentRights(AppContentRightsDeclaration declaration) {
            values.contentRights = Objects.requireNonNull(declaration, "declaration");
            return this;
        }

        /**
         * Sets the primary category.
         *
         * @param category Apple's ID, such as {@code GAMES}
         * @param subcategories up to two, such as {@code GAMES_PUZZLE}
         * @throws IllegalArgumentException if there are more than two subcategories
         */
        public Builder primaryCategory(String category, String... subcategories) {
            values.category("primary", category, subcategories);
            return this;
        }

        /** Sets the secondary category, otherwise like {@link #primaryCategory}. */
        public Builder secondaryCategory(String category, String... subcategories) {
            values.category("secondary", category, subcategories);
            return this;
        }

        /** Sets answers of the age rating declaration. */
        public Builder ageRating(Consumer<AgeRatingDeclarationUpdate.Builder> answers) {
            VersionValues.putSet(
                    AgeRatingDeclarationUpdate.builder().build(answers).attributes(), values.ageRating);
            return this;
        }

        /**
         * Sets answers of the age rating declaration by name, such as {@code gambling} and {@code false}, or
         * {@code contests} and {@code NONE}.
         */
        public Builder ageRating(Map<String, String> answers) {
            values.ageRating.putAll(answers);
            return this;
        }

        /** Attaches the build with this number, which has to be processed and of this version. */
        public Builder build(String number) {
            values.build = Objects.requireNonNull(number, "number");
            return this;
        }

        /** Attaches the newest valid build of this version. The build of a version that cannot be edited stays. */
        public Builder newestBuild() {
            values.build = "";
            return this;
        }

        /**
         * Sets whether the attached build uses encryption that needs documents for export. Apple needs it before a review
         * (docs/live-service.md#review-items-need-a-ready-version).
         */
        public Builder usesNonExemptEncryption(boolean uses) {
            values.encryption = uses;
            return this;
        }

        /** Sets contact, demo account and notes for the reviewers. No plan shows the password. */
        public Builder reviewDetails(Consumer<AppStoreReviewDetailUpdate.Builder> details) {
            VersionValues.putSet(
                    AppStoreReviewDetailUpdate.builder().build(details).attributes(), values.reviewDetails);
            return this;
        }

        /** Adds a file for the reviewers. One of the same name with other content is replaced. */
        public Builder reviewAttachment(Path file) {
            values.attachments.add(Objects.requireNonNull(file, "file"));
            return this;
        }

        /** Sets the coverage file of a routing app. */
        public Builder routingAppCoverage(Path file) {
            values.routingCoverage = Objects.requireNonNull(file, "file");
            return this;
        }

        /** Builds the options. */
        public VersionOptions build() {
            return new VersionOptions(this);
        }
    }
}
