package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.behavior.reports.ReportFiles.Words;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sales and subscription reports, and the errors for those that are not available. */
final class SalesReports implements ResourceHook {

    static final String GZIP = "application/a-gzip";

    private static final String VERSION = "filter[version]";
    private static final ReportTemplate SALES = ReportTemplate.read("sales.tsv");

    /** The reports, with their frequencies and versions. */
    private static final List<Words> REPORTS = ReportFiles.rows("sales-reports.tsv");

    private final Account account;
    private final Gzip gzip;

    SalesReports(Account account, Gzip gzip) {
        this.account = account;
        this.gzip = gzip;
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
        Words report = report(type, subType);
        requireOneOf("filter[frequency]", frequency, report.get("frequencies"), type + " " + subType);
        boolean aboutSubscriptions = report.get("required").equals("yes");
        String version = request.url().queryParameter(VERSION);
        requireVersion(version, report, aboutSubscriptions && world.has(Deviation.SUBSCRIPTION_REPORTS_NEED_VERSION));
        String date = request.url().queryParameter("filter[reportDate]");
        if (date == null && aboutSubscriptions) {
            throw Filters.noSales();
        }
        Instant now = world.clock().instant();
        ReportPeriod period = ReportPeriod.of(frequency, date, now);
        period.requireAvailable(now);
        String text = text(type, period, version, world);
        if (text.indexOf('\n') == text.length() - 1) {
            throw type.equals("SALES") || !world.has(Deviation.EMPTY_SUBSCRIPTION_REPORTS_BLAME_VENDOR)
                    ? Filters.noSales()
                    : Filters.invalidVendor();
        }
        return ApiAnswer.of(200, GZIP, gzip.pack(text));
    }

    /** Writes a report: the names of its columns, then its rows. The team has no data for some types. */
    private String text(String type, ReportPeriod period, @Nullable String version, SandboxState world) {
        List<Product> products = Product.all(world);
        if (!type.equals("SALES")) {
            return new SubscriptionReports(account, period.last(), products).text(type, "1_3".equals(version));
        }
        List<Sale> sales = Sale.daily(period.first(), period.last(), products).stream()
                .filter(sale -> sale.kind().isSale())
                .toList();
        return SALES.text(Sale.sum(sales, sale -> sale.within(period.first(), period.last())).stream()
                .map(sale -> sale.fields(account)));
    }

    private static Words report(String type, String subType) {
        return REPORTS.stream()
                .filter(each -> each.get("type").equals(type) && each.get("subType").equals(subType))
                .findFirst()
                .orElseThrow(() -> invalid("filter[reportSubType]", subType, type));
    }

    private static void requireOneOf(String parameter, String value, String allowed, String report) {
        if (!Arrays.asList(allowed.split(" ", -1)).contains(value)) {
            throw invalid(parameter, value, report);
        }
    }

    private static RuntimeException invalid(String parameter, String value, String report) {
        return Refusals.parameter(parameter, "'" + value + "' is not a valid value for the report " + report + ".");
    }

    /** Versions move (docs/live-service.md#report-versions-move). */
    private static void requireVersion(@Nullable String version, Words report, boolean required) {
        List<String> versions = List.of(report.get("versions").split(" ", -1));
        if (version == null ? required : !versions.contains(version)) {
            throw Refusals.parameter(
                    VERSION,
                    "The version parameter you have specified is invalid. The latest version for this report is "
                            + versions.get(versions.size() - 1) + ". Send it with the parameter 'filter[version]'.");
        }
    }
}
