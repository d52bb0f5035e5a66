package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.reports.ReportFiles.Words;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.math.BigDecimal;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An app, purchase or subscription that the App Store sells.
 *
 * @param appleId Apple's identifier of it
 * @param kinds what can happen to it: the {@code of} of {@link Kind}
 * @param dollars its price in the United States
 * @param words what reports say about it, by the name of the field
 */
record Product(String appleId, Set<String> kinds, BigDecimal dollars, Words words) {

    private static final List<Words> SOURCES = ReportFiles.rows("products.tsv");
    private static final Set<String> WAS_ON_SALE =
            Set.of("READY_FOR_SALE", "READY_FOR_DISTRIBUTION", "REPLACED_WITH_NEW_VERSION");
    private static final Map<String, String> PERIODS = Map.of(
            "ONE_WEEK", "7 Days",
            "TWO_MONTHS", "2 Months",
            "THREE_MONTHS", "3 Months",
            "SIX_MONTHS", "6 Months",
            "ONE_YEAR", "1 Year");

    /** For purchases and subscriptions that have no price in the sandbox. */
    private static final List<String> PRICES = List.of("0.99", "1.99", "2.99", "4.99", "9.99");

    /** Finds all products of the team. */
    static List<Product> all(SandboxState world) {
        return world.store().all("apps").stream()
                .flatMap(app -> of(app, world).stream())
                .toList();
    }

    /** Finds an app and what is sold in it; nothing if none of its versions was ever on sale. */
    static List<Product> of(StoredResource app, SandboxState world) {
        List<String> versions = related(app, "appStoreVersions", world)
                .filter(version -> WAS_ON_SALE.contains(version.text("appVersionState"))
                        || WAS_ON_SALE.contains(version.text("appStoreState")))
                .map(version -> version.text("versionString"))
                .toList();
        return (versions.isEmpty() ? Stream.<Words>of() : SOURCES.stream())
                .flatMap(source -> related(app, source.get("path"), world)
                        .filter(sold -> Set.of("", "APPROVED").contains(sold.text("state")))
                        .map(sold -> product(app, versions.get(versions.size() - 1), sold, source, world)))
                .toList();
    }

    private static Product product(
            StoredResource app, String version, StoredResource sold, Words source, SandboxState world) {
        boolean subscription = sold.type().equals("subscriptions");
        Map<String, String> words = new HashMap<>();
        words.put("app", app.text("name"));
        words.put("appId", app.id());
        words.put("category", category(app, world));
        words.put("version", sold == app ? version : "");
        words.put("parentSku", sold == app ? "" : app.text("sku"));
        words.put("sku", sold.text(source.get("sku")));
        words.put("title", sold.text("name"));
        words.put("appleId", sold.id());
        words.put("purchaseType", source.get("purchaseType"));
        List<StoredResource> groups = subscription ? world.store().related(sold, "group") : List.of();
        words.put("groupId", groups.isEmpty() ? "" : groups.get(0).id());
        words.put("group", groups.isEmpty() ? "" : groups.get(0).text("referenceName"));
        words.put("period", subscription ? PERIODS.getOrDefault(sold.text("subscriptionPeriod"), "1 Month") : "");
        boolean trial = subscription
                && related(sold, "introductoryOffers", world)
                        .anyMatch(offer -> offer.text("offerMode").equals("FREE_TRIAL"));
        Set<String> kinds = trial ? Set.of("subscription", "trial") : Set.of(source.get("of"));
        return new Product(sold.id(), kinds, dollars(sold, source, world), new Words(words));
    }

    private static BigDecimal dollars(StoredResource sold, Words source, SandboxState world) {
        String other = source.get("of").equals("app")
                ? "0.00"
                : PRICES.get(Math.floorMod(sold.id().hashCode(), PRICES.size()));
        return new BigDecimal(related(sold, source.get("prices"), world)
                .filter(point -> related(point, "territory", world)
                        .anyMatch(each -> each.id().equals("USA")))
                .map(point -> point.text("customerPrice"))
                .findFirst()
                .orElse(other));
    }

    /** Returns whether something can happen to it; what is free is never given back. */
    boolean has(Kind kind) {
        return kinds.contains(kind.words().get("of")) && (dollars.signum() > 0 || !kind.isRefund());
    }

    /** Returns the duration of a subscription. */
    Period period() {
        return Period.parse("P" + words.get("period").replaceAll("(\\d+) (.).*", "$1$2"));
    }

    /** Writes the primary category as reports do: FOOD_AND_DRINK is Food & Drink. */
    private static String category(StoredResource app, SandboxState world) {
        return related(app, "appInfos primaryCategory", world)
                .limit(1)
                .flatMap(category -> Stream.of(category.id().split("_", -1)))
                .map(word -> word.equals("AND")
                        ? "&"
                        : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /** Follows relationships, whose names are separated by spaces. */
    private static Stream<StoredResource> related(StoredResource from, String path, SandboxState world) {
        Stream<StoredResource> reached = Stream.of(from);
        for (String relationship : path.isEmpty() ? new String[0] : path.split(" ", -1)) {
            reached = reached.flatMap(each -> world.store().related(each, relationship).stream());
        }
        return reached;
    }
}
