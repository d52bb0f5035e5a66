package com.example.backend;

import io.github.ascjava.reports.ReportReader;
import io.github.ascjava.reports.ReportRow;
import io.github.ascjava.reports.SalesRow;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tables {@code sales} and {@code sales_days}; a day is there whole or not at all. */
@Component
class Sales {

    private static final int BATCH = 500;
    private static final String INSERT = "INSERT INTO sales (vendor, report_day, line, sku, title, units, country,"
            + " proceeds, currency) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate database;

    Sales(JdbcTemplate database) {
        this.database = database;
    }

    boolean isLoaded(String vendor, LocalDate day) {
        return !database.queryForList(
                        "SELECT row_count FROM sales_days WHERE vendor = ? AND report_day = ?",
                        Integer.class,
                        vendor,
                        Date.valueOf(day))
                .isEmpty();
    }

    /** Reads the report row by row, and returns their number. A second run at the same time fails at the primary key. */
    @Transactional
    public int replace(String vendor, LocalDate day, ReportReader report) {
        int line = 0;
        List<Object[]> batch = new ArrayList<>();
        for (ReportRow row : report) {
            batch.add(values(vendor, day, ++line, new SalesRow(row)));
            if (batch.size() == BATCH) {
                database.batchUpdate(INSERT, batch);
                batch.clear();
            }
        }
        database.batchUpdate(INSERT, batch);
        recordDay(vendor, day, line);
        return line;
    }

    /** Records a day without sales, which is something else than a day that was not loaded. */
    public void recordNone(String vendor, LocalDate day) {
        recordDay(vendor, day, 0);
    }

    Map<String, BigDecimal> proceedsByCurrency() {
        Map<String, BigDecimal> proceeds = new TreeMap<>();
        database.query("SELECT currency, SUM(units * proceeds) AS total FROM sales GROUP BY currency", row -> {
            proceeds.put(row.getString("currency"), row.getBigDecimal("total"));
        });
        return proceeds;
    }

    private void recordDay(String vendor, LocalDate day, int rows) {
        database.update(
                "INSERT INTO sales_days (vendor, report_day, row_count) VALUES (?, ?, ?)",
                vendor,
                Date.valueOf(day),
                rows);
    }

    private static Object[] values(String vendor, LocalDate day, int line, SalesRow row) {
        return new Object[] {
            vendor,
            Date.valueOf(day),
            line,
            row.appSku(),
            row.title(),
            row.units(),
            row.countryCode(),
            row.developerProceeds(),
            row.currencyOfProceeds()
        };
    }
}
