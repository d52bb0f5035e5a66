package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.reports.ReportFiles.Words;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import io.github.ascjava.testing.internal.http.Errors;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sales and subscription reports, and the errors for those that are not available. */
record SalesReports(Account account, Gzip gzip) implements ResourceHook {

    static final String GZIP = "application/a-gzip";

    private static final String VERSION = "filter[version]";
    private static final ReportTemplate SALES = ReportTemplate.read("sales.tsv");

    /** The reports, with their frequencies and versions. */
    private static final List<Words> REPORTS = ReportFiles.rows("sales-reports.tsv");

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
        if (!Arrays.asList(report.get("frequencies").split(" ", -1)).contains(frequency)) {
            throw invalid("filter[frequency]", frequency, type + " " + subType);
        }
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
        if (type.equals("SALES")) {
            return SALES.text(Sale.total(
                            period.first(),
                            period.last(),
                            products,
                            sale -> sale.kind().isSale())
                    .stream()
                    .map(sale -> sale.fields(account)));
        }
        List<Product> subscriptions = products.stream()
                .filter(product -> product.kinds().contains("subscription"))
                .toList();
        return new SubscriptionReports(account, period.last(), subscriptions).text(type, "1_3".equals(version));
    }

    private static Words report(String type, String subType) {
        return REPORTS.stream()
                .filter(each ->
                        each.get("type").equals(type) && each.get("subType").equals(subType))
                .findFirst()
                .orElseThrow(() -> invalid("filter[reportSubType]", subType, type));
    }

    private static RuntimeException invalid(String parameter, String value, String report) {
        return Errors.refusal("reports.parameter", parameter, value, report);
    }

    /** Versions move (docs/live-service.md#report-versions-move). */
    private static void requireVersion(@Nullable String version, Words report, boolean required) {
        List<String> versions = List.of(report.get("versions").split(" ", -1));
        if (version == null ? required : !versions.contains(version)) {
            throw Errors.refusal("reports.version", versions.get(versions.size() - 1));
        }
    }
}
