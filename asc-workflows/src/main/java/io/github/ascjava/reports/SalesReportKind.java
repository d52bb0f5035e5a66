package io.github.ascjava.reports;

import io.github.ascjava.reports.ReportPeriod.Unit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A kind of sales report: type and subtype, with the periods, the version and the file name that belong to them.
 *
 * @param type Apple's name of the type
 * @param subType Apple's name of the subtype
 * @param units the periods that such reports cover
 * @param version the newest version known (docs/live-service.md#report-versions-move)
 * @param fileName the start of the file name, or null if Apple documents none; {@code *} stands for the letter of the period
 */
record SalesReportKind(
        String type,
        String subType,
        Set<Unit> units,
        String version,
        @Nullable String fileName) {

    private static final Map<String, SalesReportKind> ALL = List.of(
                    kind("SALES", "SUMMARY", "1_0", "S_*", Unit.values()),
                    kind("PRE_ORDER", "SUMMARY", "1_0", "P_S_*", Unit.values()),
                    kind("NEWSSTAND", "DETAILED", "1_0", null, Unit.DAY, Unit.WEEK),
                    kind("SUBSCRIPTION", "SUMMARY", "1_5", "Subscription", Unit.DAY),
                    kind("SUBSCRIPTION_EVENT", "SUMMARY", "1_5", "Subscription_Event", Unit.DAY),
                    kind("SUBSCRIBER", "DETAILED", "1_5", "Subscriber", Unit.DAY),
                    kind("SUBSCRIPTION_OFFER_CODE_REDEMPTION", "SUMMARY", "1_0", null, Unit.DAY),
                    kind("INSTALLS", "SUMMARY_CHANNEL", "1_1", null, Unit.YEAR),
                    kind("INSTALLS", "SUMMARY_INSTALL_TYPE", "1_1", null, Unit.YEAR),
                    kind("INSTALLS", "SUMMARY_TERRITORY", "1_1", null, Unit.YEAR),
                    kind("INSTALLS", "SUMMARY", "1_2", null, Unit.MONTH),
                    kind("INSTALLS", "DETAILED", "1_2", null, Unit.MONTH, Unit.YEAR),
                    kind("FIRST_ANNUAL", "DETAILED", "1_0", null, Unit.DAY),
                    kind("FIRST_ANNUAL", "SUMMARY", "1_0", null, Unit.YEAR),
                    kind("WIN_BACK_ELIGIBILITY", "SUMMARY", "1_0", "Winback_Eligibility_Report", Unit.DAY))
            .stream()
            .collect(Collectors.toUnmodifiableMap(kind -> kind.type + " " + kind.subType, kind -> kind));

    private static final Set<String> SUBSCRIPTION_FAMILY = Set.of("SUBSCRIPTION", "SUBSCRIPTION_EVENT", "SUBSCRIBER");

    private static SalesReportKind kind(
            String type, String subType, String version, @Nullable String fileName, Unit... units) {
        return new SalesReportKind(type, subType, Set.of(units), version, fileName);
    }

    /**
     * Returns the kind of a type and a subtype, or null for a type that this version of the library does not know.
     *
     * @throws IllegalArgumentException if the type has no such subtype
     */
    static @Nullable SalesReportKind find(String type, String subType) {
        SalesReportKind kind = ALL.get(type + " " + subType);
        List<String> subTypes = ALL.values().stream()
                .filter(each -> each.type.equals(type))
                .map(SalesReportKind::subType)
                .sorted()
                .toList();
        if (kind == null && !subTypes.isEmpty()) {
            throw new IllegalArgumentException("Reports of the type " + type + " have no subtype " + subType + ". Use "
                    + String.join(" or ", subTypes) + ".");
        }
        return kind;
    }

    /** Returns whether Apple may blame the vendor number for a day without rows. */
    static boolean isOfSubscriptionFamily(String type) {
        return SUBSCRIPTION_FAMILY.contains(type);
    }

    /** @throws IllegalArgumentException if there are no such reports for the period */
    void requireUnit(Unit unit) {
        if (!units.contains(unit)) {
            throw new IllegalArgumentException("There are no " + unit.frequency + " reports of the type " + type
                    + " and"
                    + " the subtype " + subType + ", only "
                    + units.stream().sorted().map(each -> each.frequency).collect(Collectors.joining(" and ")) + ".");
        }
    }
}
