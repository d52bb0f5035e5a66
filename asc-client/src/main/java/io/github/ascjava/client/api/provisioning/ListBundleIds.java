package io.github.ascjava.client.api.provisioning;

import io.github.ascjava.client.Query;
import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.model.apps.AppField;
import io.github.ascjava.client.model.provisioning.BundleIdField;
import io.github.ascjava.client.model.provisioning.BundleIdPlatform;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The query parameters of {@link BundleIdsApi#list(ListBundleIds)}. */
public final class ListBundleIds extends Query<ListBundleIds> {

    /** Makes a query without parameters. */
    public ListBundleIds() {
        this(Map.of());
    }

    private ListBundleIds(Map<String, String> parameters) {
        super(parameters);
    }

    /** Keeps bundle IDs whose name contains one of the texts. */
    public ListBundleIds filterName(String... names) {
        return set("filter[name]", (Object[]) names);
    }

    /** Keeps bundle IDs of the platforms; the service has been seen to ignore this. */
    public ListBundleIds filterPlatform(BundleIdPlatform... platforms) {
        return set("filter[platform]", (Object[]) platforms);
    }

    /** Keeps bundle IDs whose identifier contains one of the texts, not only equal ones. */
    public ListBundleIds filterIdentifier(String... identifiers) {
        return set("filter[identifier]", (Object[]) identifiers);
    }

    /** Keeps bundle IDs with one of the seed ids. */
    public ListBundleIds filterSeedId(String... seedIds) {
        return set("filter[seedId]", (Object[]) seedIds);
    }

    /** Keeps bundle IDs with one of the ids. */
    public ListBundleIds filterId(String... ids) {
        return set("filter[id]", (Object[]) ids);
    }

    /** Sorts by the given keys, the first one being the most important. */
    public ListBundleIds sort(Sort... keys) {
        return set("sort", (Object[]) keys);
    }

    /** Limits bundle IDs to the given fields; all others are null or absent. */
    public ListBundleIds fieldsBundleIds(BundleIdField... fields) {
        return set("fields[bundleIds]", (Object[]) fields);
    }

    /** Limits included apps to the given fields. */
    public ListBundleIds fieldsApps(AppField... fields) {
        return set("fields[apps]", (Object[]) fields);
    }

    /** Sets how many bundle IDs a page holds, 200 at most. */
    public ListBundleIds limit(int limit) {
        return limited("limit", limit, 200);
    }

    /** Includes related resources in the response. */
    public ListBundleIds include(Include... relationships) {
        return set("include", (Object[]) relationships);
    }

    @Override
    protected ListBundleIds copy(Map<String, String> parameters) {
        return new ListBundleIds(parameters);
    }

    /**
     * A key to sort bundle IDs by; {@code _DESC} means descending.
     *
     * @param value the value as Apple writes it
     */
    public record Sort(String value) implements OpenEnum {

        public static final Sort NAME = new Sort("name");
        public static final Sort NAME_DESC = new Sort("-name");
        public static final Sort PLATFORM = new Sort("platform");
        public static final Sort PLATFORM_DESC = new Sort("-platform");
        public static final Sort IDENTIFIER = new Sort("identifier");
        public static final Sort IDENTIFIER_DESC = new Sort("-identifier");
        public static final Sort SEED_ID = new Sort("seedId");
        public static final Sort SEED_ID_DESC = new Sort("-seedId");
        public static final Sort ID = new Sort("id");
        public static final Sort ID_DESC = new Sort("-id");

        /** Checks that there is a value. */
        public Sort {
            Objects.requireNonNull(value, "value");
        }

        /** Returns the value as a Sort, documented or not. */
        public static Sort of(String value) {
            return new Sort(value);
        }

        /** Returns the documented values. */
        public static List<Sort> known() {
            return List.of(
                    NAME,
                    NAME_DESC,
                    PLATFORM,
                    PLATFORM_DESC,
                    IDENTIFIER,
                    IDENTIFIER_DESC,
                    SEED_ID,
                    SEED_ID_DESC,
                    ID,
                    ID_DESC);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * A relationship of bundle IDs to include.
     *
     * @param value the value as Apple writes it
     */
    public record Include(String value) implements OpenEnum {

        public static final Include PROFILES = new Include("profiles");
        public static final Include BUNDLE_ID_CAPABILITIES = new Include("bundleIdCapabilities");
        public static final Include APP = new Include("app");

        /** Checks that there is a value. */
        public Include {
            Objects.requireNonNull(value, "value");
        }

        /** Returns the value as a Include, documented or not. */
        public static Include of(String value) {
            return new Include(value);
        }

        /** Returns the documented values. */
        public static List<Include> known() {
            return List.of(PROFILES, BUNDLE_ID_CAPABILITIES, APP);
        }

        @Override
        public String toString() {
            return value;
        }
    }
}
