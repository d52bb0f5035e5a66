package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ApiRequest;
import io.github.ascjava.testing.internal.http.ErrorKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sales reports, and the errors for reports that are not available. */
final class SalesReports implements ResourceHook {

    static final String GZIP = "application/a-gzip";

    private static final String VERSION = "filter[version]";
    private static final Set<String> ABOUT_SUBSCRIPTIONS = Set.of("SUBSCRIPTION", "SUBSCRIPTION_EVENT", "SUBSCRIBER");

    /** The frequencies, by type and subtype. */
    private static final Map<String, Set<String>> FREQUENCIES = Map.ofEntries(
            Map.entry("SALES SUMMARY", Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY")),
            Map.entry("PRE_ORDER SUMMARY", Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY")),
            Map.entry("NEWSSTAND DETAILED", Set.of("DAILY", "WEEKLY")),
            Map.entry("SUBSCRIPTION SUMMARY", Set.of("DAILY")),
            Map.entry("SUBSCRIPTION_EVENT SUMMARY", Set.of("DAILY")),
            Map.entry("SUBSCRIBER DETAILED", Set.of("DAILY")),
            Map.entry("SUBSCRIPTION_OFFER_CODE_REDEMPTION SUMMARY", Set.of("DAILY")),
            Map.entry("INSTALLS SUMMARY_CHANNEL", Set.of("YEARLY")),
            Map.entry("INSTALLS SUMMARY_INSTALL_TYPE", Set.of("YEARLY")),
            Map.entry("INSTALLS SUMMARY_TERRITORY", Set.of("YEARLY")),
            Map.entry("INSTALLS SUMMARY", Set.of("MONTHLY")),
            Map.entry("INSTALLS DETAILED", Set.of("YEARLY", "MONTHLY")),
            Map.entry("FIRST_ANNUAL DETAILED", Set.of("DAILY")),
            Map.entry("FIRST_ANNUAL SUMMARY", Set.of("YEARLY")),
            Map.entry("WIN_BACK_ELIGIBILITY SUMMARY", Set.of("DAILY")));

    private static final List<String> VERSIONS_OF_SUBSCRIPTIONS = List.of("1_3", "1_4", "1_5");
    private static final List<String> VERSIONS = List.of("1_0", "1_1", "1_2", "1_3");

    private final Account account;

    SalesReports(Account account) {
        this.account = account;
    }

    @Override
    public @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
        if (!operation.is("GET", "/v1/salesReports")) {
            return null;
        }
        String type = Filters.required("filter[reportType]", request);
        String subType = Filters.required("filter[reportSubType]", request);
        String frequency = Filters.required("filter[frequency]", request);
        Filters.requireVendor(account, request);
        requireKnown(type, subType, frequency);
        requireVersion(type, request.url().queryParameter(VERSION), world);
        Instant now = world.clock().instant();
        ReportPeriod period = ReportPeriod.of(frequency, request.url().queryParameter("filter[reportDate]"), now);
        requireAvailable(period, now);
        Table table = table(type, period, world);
        if (table == null || table.size() == 0) {
            throw noSales();
        }
        return ApiAnswer.of(200, GZIP, Gzip.pack(table.text()));
    }

    /** The error for a report without rows. */
    static ApiErrorException noSales() {
        return ErrorKind.NOT_FOUND.refusal("There were no sales for the date specified.");
    }

    /** The team has no data for the other types. */
    private @Nullable Table table(String type, ReportPeriod period, SandboxState world) {
        return switch (type) {
            case "SALES" -> SalesTable.of(period, account, world);
            case "SUBSCRIPTION" -> SubscriptionTables.active(period, world);
            case "SUBSCRIPTION_EVENT" -> SubscriptionTables.events(period, world);
            case "SUBSCRIBER" -> SubscriptionTables.subscribers(period, world);
            default -> null;
        };
    }

    private static void requireKnown(String type, String subType, String frequency) {
        Set<String> frequencies = FREQUENCIES.get(type + " " + subType);
        if (frequencies == null) {
            throw Refusals.parameter(
                    "filter[reportSubType]",
                    "'" + subType + "' is not a valid report subtype for the report type '" + type + "'.");
        }
        if (!frequencies.contains(frequency)) {
            throw Refusals.parameter(
                    "filter[frequency]",
                    "'" + frequency + "' is not a valid frequency for the report type '" + type + "' and subtype '"
                            + subType + "'.");
        }
    }

    /** Subscription reports have no default version (docs/live-service.md#report-versions-move). */
    private static void requireVersion(String type, @Nullable String version, SandboxState world) {
        boolean subscriptions = ABOUT_SUBSCRIPTIONS.contains(type);
        List<String> versions = subscriptions ? VERSIONS_OF_SUBSCRIPTIONS : VERSIONS;
        boolean mayBeLeftOut = !subscriptions || !world.has(Deviation.SUBSCRIPTION_REPORTS_NEED_VERSION);
        if (version == null ? mayBeLeftOut : versions.contains(version)) {
            return;
        }
        String newest = Objects.requireNonNull(versions.get(versions.size() - 1));
        throw Refusals.parameter(
                VERSION,
                "The version parameter you have specified is invalid. The latest version for this report is " + newest
                        + ". Send it with the parameter 'filter[version]'.");
    }

    private static void requireAvailable(ReportPeriod period, Instant now) {
        if (now.isBefore(period.available())) {
            throw ErrorKind.NOT_FOUND.refusal(
                    "Report is not available yet. Daily reports for the Americas are available by"
                            + " 5 am Pacific Time; Japan, Australia, and New Zealand by 5 am Japan Standard Time; and 5 am"
                            + " Central European Time for all other territories.");
        }
        if (now.isAfter(period.kept())) {
            throw new ApiErrorException(
                    410,
                    ErrorKind.NOT_FOUND.error(
                            "Report is no longer available. Daily, weekly and monthly reports are available for one"
                                    + " year, yearly reports for ten years."));
        }
    }
}
