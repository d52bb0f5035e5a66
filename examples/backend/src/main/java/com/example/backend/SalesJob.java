package com.example.backend;

import io.github.ascjava.reports.Report;
import io.github.ascjava.reports.Reports;
import io.github.ascjava.reports.SalesReportRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Loads the sales of the last days into the database; what is loaded already is not requested again. */
@Component
class SalesJob {

    private static final Logger LOG = LoggerFactory.getLogger(SalesJob.class);
    /** Reports are of Apple's days. */
    private static final ZoneId APPLES_ZONE = ZoneId.of("America/Los_Angeles");

    private final Reports reports;
    private final Sales sales;
    private final Clock clock;
    private final String vendor;
    private final int days;

    SalesJob(
            Reports reports,
            Sales sales,
            Clock clock,
            @Value("${backend.vendor-number:}") String vendor,
            @Value("${backend.sales-days:7}") int days) {
        this.reports = reports;
        this.sales = sales;
        this.clock = clock;
        this.vendor = vendor;
        this.days = days;
    }

    /** By default at 6:30 of Apple's time, when the report of the day before usually exists. */
    @Scheduled(cron = "${backend.sales-cron:0 30 6 * * *}", zone = "America/Los_Angeles")
    void run() {
        if (vendor.isBlank()) {
            LOG.warn("No sales were loaded, because backend.vendor-number is not set.");
            return;
        }
        LocalDate yesterday = LocalDate.now(clock.withZone(APPLES_ZONE)).minusDays(1);
        for (LocalDate day = yesterday.minusDays(days - 1); !day.isAfter(yesterday); day = day.plusDays(1)) {
            if (!sales.isLoaded(vendor, day)) {
                load(day);
            }
        }
    }

    private void load(LocalDate day) {
        try (Report report = reports.sales(SalesReportRequest.daily(vendor, day))) {
            switch (report.state()) {
                case AVAILABLE -> LOG.info("{} rows of {}", sales.replace(vendor, day, report.rows()), day);
                case NO_SALES -> sales.recordNone(vendor, day);
                case NOT_YET -> LOG.info("Apple has not made the report of {} yet; the next run requests it.", day);
                case NO_LONGER -> LOG.info("Apple no longer has the report of {}.", day);
            }
        }
    }
}
