package io.github.ascjava.reports;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.model.reports.SalesReportType;
import io.github.ascjava.reports.internal.BodyStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Requests reports, and tells apart those that do not exist from errors. Thread-safe. */
final class ReportCalls {

    private final AppStoreConnect asc;
    private final Clock clock;
    /** Versions that Apple named, by type and subtype, so that only the first of many requests is rejected. */
    private final Map<String, String> latestVersions = new ConcurrentHashMap<>();
    /** Vendors whose number Apple accepted in a request for sales. */
    private final Set<String> knownVendors = ConcurrentHashMap.newKeySet();

    private final Lock probing = new ReentrantLock();

    ReportCalls(AppStoreConnect asc, Clock clock) {
        this.asc = asc;
        this.clock = clock;
    }

    /**
     * Requests a report; the caller closes it.
     *
     * @param throttle shared by many requests, or null for a single one
     */
    Report open(ReportRequest request, @Nullable Throttle throttle) {
        ReportRequest current = inLatestVersion(request);
        try {
            return send(current, throttle);
        } catch (ApiException failure) {
            ReportRequest other = afterRejectedVersion(current, failure);
            return other == null ? absent(current, failure, throttle) : openOnce(other, throttle);
        }
    }

    private Report openOnce(ReportRequest request, @Nullable Throttle throttle) {
        try {
            return send(request, throttle);
        } catch (ApiException failure) {
            return absent(request, failure, throttle);
        }
    }

    private Report send(ReportRequest request, @Nullable Throttle throttle) {
        String operation = operation(request);
        ApiCall<ResponseBody> call = call(request);
        ResponseBody body = throttle == null
                ? call.execute()
                : throttle.send(operation, call::executeWithResponse).value();
        remember(request);
        return new Report(name(request), Outcome.AVAILABLE, new BodyStream(body.byteStream(), operation));
    }

    private ApiCall<ResponseBody> call(ReportRequest request) {
        return request instanceof SalesReportRequest sales
                ? asc.salesReports().download(sales.query())
                : asc.financeReports().download(((FinanceReportRequest) request).query());
    }

    private Report absent(ReportRequest request, ApiException failure, @Nullable Throttle throttle) {
        Outcome outcome = Outcome.of(failure, request, clock.instant());
        if (outcome != null) {
            remember(request);
        } else if (ReportAdvice.blamesVendor(failure) && hasSales(request, throttle)) {
            outcome = Outcome.none("The vendor has no rows in this report.", request, clock.instant());
        }
        if (outcome == null) {
            throw ReportAdvice.advised(failure, request);
        }
        return new Report(name(request), outcome, InputStream.nullInputStream());
    }

    /**
     * Returns whether a report of the subscription family was rejected although the vendor number is right: for a day
     * without rows, Apple blames the vendor number (docs/live-service.md#vendor-numbers-are-blamed).
     */
    private boolean hasSales(ReportRequest request, @Nullable Throttle throttle) {
        if (!(request instanceof SalesReportRequest sales)
                || !SalesReportKind.isOfSubscriptionFamily(sales.reportType())) {
            return false;
        }
        probing.lock();
        try {
            if (!knownVendors.contains(sales.vendorNumber())) {
                LocalDate day = clock.instant().atZone(ReportPeriod.PACIFIC).toLocalDate();
                openOnce(SalesReportRequest.daily(sales.vendorNumber(), day.minusDays(2)), throttle)
                        .close();
            }
            return true;
        } catch (ApiException failure) {
            if (ReportAdvice.blamesVendor(failure)) {
                return false;
            }
            throw failure;
        } finally {
            probing.unlock();
        }
    }

    /** Apple accepts the vendor number in a request for sales only if it is right. */
    private void remember(ReportRequest request) {
        if (request instanceof SalesReportRequest sales && sales.reportType().equals(SalesReportType.SALES.value())) {
            knownVendors.add(sales.vendorNumber());
        }
    }

    private ReportRequest inLatestVersion(ReportRequest request) {
        if (request instanceof SalesReportRequest sales && sales.takesLatestVersion()) {
            String latest = latestVersions.get(kind(sales));
            return latest == null ? sales : sales.withVersion(latest);
        }
        return request;
    }

    private @Nullable ReportRequest afterRejectedVersion(ReportRequest request, ApiException failure) {
        Optional<String> latest = ReportAdvice.latestVersion(failure);
        if (latest.isEmpty()
                || !(request instanceof SalesReportRequest sales)
                || !sales.takesLatestVersion()
                || latest.get().equals(sales.version())) {
            return null;
        }
        latestVersions.put(kind(sales), latest.get());
        return sales.withVersion(latest.get());
    }

    private static String kind(SalesReportRequest request) {
        return request.reportType() + " " + request.reportSubType();
    }

    private static String name(ReportRequest request) {
        return "The report " + request.describe();
    }

    private static String operation(ReportRequest request) {
        return request instanceof SalesReportRequest ? "GET /v1/salesReports" : "GET /v1/financeReports";
    }
}
