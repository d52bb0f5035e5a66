package com.example.spark;

import io.github.ascjava.reports.SalesReportRequest;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reports of a vendor to download. A value that Spark sends to a worker.
 *
 * @param vendor whose reports they are
 * @param requests the reports
 */
record VendorTask(Vendor vendor, List<SalesReportRequest> requests) implements Serializable {

    /**
     * Makes the tasks for a range of days, each vendor on its own. The tasks of a key then share its rate limit, so they need
     * a {@link Budget}.
     *
     * @throws IllegalArgumentException if a vendor number does not consist of digits
     */
    static List<List<VendorTask>> byVendor(List<Vendor> vendors, LocalDate from, LocalDate to) {
        return vendors.stream()
                .map(vendor -> List.of(new VendorTask(vendor, SalesReportRequest.days(vendor.number(), from, to))))
                .toList();
    }

    /**
     * Makes the tasks for a range of days, grouped by key: Apple's rate limit is one per key, so the vendors of a key
     * come one after the other in a task of Spark, and tasks share no limit.
     *
     * @throws IllegalArgumentException if a vendor number does not consist of digits
     */
    static List<List<VendorTask>> byKey(List<Vendor> vendors, LocalDate from, LocalDate to) {
        Map<String, List<VendorTask>> tasks = new LinkedHashMap<>();
        for (Vendor vendor : vendors) {
            tasks.computeIfAbsent(vendor.keyFile(), key -> new ArrayList<>())
                    .add(new VendorTask(vendor, SalesReportRequest.days(vendor.number(), from, to)));
        }
        Collection<List<VendorTask>> values = tasks.values();
        return List.copyOf(values);
    }
}
