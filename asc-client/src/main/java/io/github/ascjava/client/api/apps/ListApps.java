package io.github.ascjava.client.api.apps;

import io.github.ascjava.client.Query;
import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.model.apps.AppField;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The query parameters of {@link AppsApi#list(ListApps)}. */
public final class ListApps extends Query<ListApps> {

    /** Makes a query without parameters. */
    public ListApps() {
        this(Map.of());
    }

    private ListApps(Map<String, String> parameters) {
        super(parameters);
    }

    /** Keeps apps whose name contains one of the texts. */
    public ListApps filterName(String... names) {
        return set("filter[name]", (Object[]) names);
    }

    /** Keeps apps with one of the bundle IDs. */
    public ListApps filterBundleId(String... bundleIds) {
        return set("filter[bundleId]", (Object[]) bundleIds);
    }

    /** Keeps apps with one of the SKUs. */
    public ListApps filterSku(String... skus) {
        return set("filter[sku]", (Object[]) skus);
    }

    /** Keeps apps with one of the ids. */
    public ListApps filterId(String... ids) {
        return set("filter[id]", (Object[]) ids);
    }

    /** Keeps apps that have versions with Game Center, or that have none. */
    public ListApps existsGameCenterEnabledVersions(boolean exists) {
        return set("exists[gameCenterEnabledVersions]", exists);
    }

    /** Sorts by the given keys, the first one being the most important. */
    public ListApps sort(Sort... keys) {
        return set("sort", (Object[]) keys);
    }

    /** Limits apps to the given fields; all others are null or absent. */
    public ListApps fieldsApps(AppField... fields) {
        return set("fields[apps]", (Object[]) fields);
    }

    /** Sets how many apps a page holds, 200 at most. */
    public ListApps limit(int limit) {
        return limited("limit", limit, 200);
    }

    @Override
    protected ListApps copy(Map<String, String> parameters) {
        return new ListApps(parameters);
    }

    /**
     * A key to sort apps by; {@code _DESC} means descending.
     *
     * @param value the value as Apple writes it
     */
    public record Sort(String value) implements OpenEnum {

        public static final Sort NAME = new Sort("name");
        public static final Sort NAME_DESC = new Sort("-name");
        public static final Sort BUNDLE_ID = new Sort("bundleId");
        public static final Sort BUNDLE_ID_DESC = new Sort("-bundleId");
        public static final Sort SKU = new Sort("sku");
        public static final Sort SKU_DESC = new Sort("-sku");

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
            return List.of(NAME, NAME_DESC, BUNDLE_ID, BUNDLE_ID_DESC, SKU, SKU_DESC);
        }

        @Override
        public String toString() {
            return value;
        }
    }
}
