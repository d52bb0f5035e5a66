package com.example.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.reports.InvalidReportException;
import io.github.ascjava.reports.Money;
import io.github.ascjava.reports.ReportFile;
import io.github.ascjava.reports.ReportReader;
import io.github.ascjava.reports.ReportRow;
import io.github.ascjava.reports.ReportState;
import io.github.ascjava.reports.Reports;
import io.github.ascjava.reports.SalesReportRequest;
import io.github.ascjava.reports.SalesRow;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the library reads and what DuckDB reads from the same files is compared row by row. */
class SalesDatabaseTest {

    private static final String VENDOR = "85012345";
    private static final Instant NOW = Instant.parse("2026-11-20T20:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 20);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 18);

    @TempDir
    Path folder;

    private SalesDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = SalesDatabase.open(folder.resolve("sales.duckdb"));
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void duckDbReadsTheSameRowsFromTheSameFiles() throws SQLException {
        List<ReportFile> files = backfill(FIRST, LAST);
        load(files);
        assertThat(database.rows()).isGreaterThan(1000);
        assertSameRows(files);
    }

    @Test
    void titlesMayHaveQuotesHashesBackslashesAndSpaces() throws IOException, SQLException {
        ReportFile file =
                titles("\"Chess\"", "\"Open", "# 1 Chess", "C:\\new\\table", "  Chess  ", "Say \"\"hi\"\"", "棋");
        database.load(file);
        assertThat(texts("SELECT title FROM sales ORDER BY line"))
                .containsExactly(
                        "\"Chess\"", "\"Open", "# 1 Chess", "C:\\new\\table", "  Chess  ", "Say \"\"hi\"\"", "棋");
        assertSameRows(List.of(file));
    }

    @Test
    void theMonthComesFirst() throws IOException, SQLException {
        database.load(titles("Chess"));
        assertThat(texts("SELECT begin_date FROM sales")).containsExactly("2026-11-02");
        assertThat(texts("SELECT column_name FROM (DESCRIBE sales) WHERE column_type = 'DATE'"))
                .containsExactly("begin_date", "end_date");
    }

    @Test
    void loadingAgainReplacesTheRows() throws SQLException {
        List<ReportFile> files = backfill(FIRST, FIRST.plusDays(20));
        load(files);
        long rows = database.rows();
        Map<String, BigDecimal> proceeds = database.proceeds();
        load(files);
        assertThat(database.rows()).isEqualTo(rows);
        assertThat(database.proceeds()).isEqualTo(proceeds);
        assertThat(texts("SELECT count(*) FROM reports")).containsExactly("21");
    }

    @Test
    void aDamagedFileLeavesTheRowsOfTheEarlierOne() throws IOException, SQLException {
        ReportFile file = titles("Chess", "Mill");
        database.load(file);
        Files.writeString(file.path(), Files.readString(file.path()).replace("\t2.49\t", "\ta lot\t"));
        assertThatThrownBy(() -> database.load(file)).isInstanceOf(InvalidReportException.class);
        assertThat(texts("SELECT title FROM sales ORDER BY line")).containsExactly("Chess", "Mill");
    }

    @Test
    void aNumberIsNeverRounded() throws IOException {
        ReportFile file = titles("Chess");
        Files.writeString(file.path(), Files.readString(file.path()).replace("\t2.49\t", "\t2.4900001\t"));
        assertThatThrownBy(() -> database.load(file))
                .hasMessageContaining("2.4900001")
                .hasMessageContaining("'Developer Proceeds'");
    }

    @Test
    void proceedsPerCurrencyAreThoseOfTheRows() throws SQLException {
        List<ReportFile> files = backfill(FIRST, LAST);
        load(files);
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (ReportFile file : files) {
            if (file.state() == ReportState.AVAILABLE) {
                try (ReportReader reader = file.rows()) {
                    for (ReportRow row : reader) {
                        Money money = new SalesRow(row).totalProceeds();
                        if (money.amount().signum() != 0) {
                            expected.merge(money.currency(), money.amount(), BigDecimal::add);
                        }
                    }
                }
            }
        }
        Map<String, BigDecimal> proceeds = database.proceeds();
        assertThat(proceeds.keySet()).hasSizeGreaterThan(3).isEqualTo(expected.keySet());
        expected.forEach(
                (currency, amount) -> assertThat(proceeds.get(currency)).isEqualByComparingTo(amount));
    }

    @Test
    void aDayWithoutSalesIsRemembered() throws SQLException {
        ReportFile none = new ReportFile(
                SalesReportRequest.daily(VENDOR, LAST), ReportState.NO_SALES, null, "There were no sales.", null);
        database.load(none);
        assertThat(texts("SELECT state || ' ' || row_count FROM reports")).containsExactly("NO_SALES 0");
    }

    @Test
    void parquetHasTheRowsAndTypesOfTheTable() throws IOException, SQLException {
        load(backfill(FIRST, FIRST.plusDays(20)));
        Path parquet = folder.resolve("it's sales.parquet");
        database.writeParquet(parquet);
        String file = "'" + parquet.toString().replace("'", "''") + "'";
        String columns = String.join(", ", SalesColumn.names().toList());
        assertSame("SELECT " + columns + " FROM sales", "SELECT " + columns + " FROM " + file);
        assertThat(texts("SELECT column_name || ' ' || column_type FROM (DESCRIBE FROM " + file + ")"))
                .containsExactlyElementsOf(
                        texts("SELECT column_name || ' ' || column_type FROM (DESCRIBE sales) OFFSET 2"));
    }

    private void assertSameRows(List<ReportFile> files) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> read = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        for (SalesColumn column : SalesColumn.ALL) {
            columns.add("'" + column.name() + "': '" + column.sqlType() + "'");
            // The library's blank cells are null.
            read.add(
                    column.type() == SalesColumn.Type.TEXT
                            ? "CASE WHEN trim(" + column.name() + ") <> '' THEN " + column.name() + " END"
                            : column.name());
        }
        for (ReportFile file : files) {
            if (file.state() == ReportState.AVAILABLE) {
                paths.add("'" + file.path() + "'");
            }
        }
        assertSame(
                "SELECT " + String.join(", ", SalesColumn.names().toList()) + " FROM sales",
                "SELECT " + String.join(", ", read) + " FROM read_csv(" + paths + ", auto_detect=false, header=true,"
                        + " delim='\t', quote='', escape='', comment='', dateformat='%m/%d/%Y', columns={"
                        + String.join(", ", columns) + "})");
    }

    private void assertSame(String one, String other) throws SQLException {
        assertThat(texts("SELECT count(*) FROM (" + one + ")"))
                .isEqualTo(texts("SELECT count(*) FROM (" + other + ")"));
        assertThat(texts("SELECT COLUMNS(*)::VARCHAR FROM (" + one + " EXCEPT ALL " + other + ")"))
                .isEmpty();
        assertThat(texts("SELECT COLUMNS(*)::VARCHAR FROM (" + other + " EXCEPT ALL " + one + ")"))
                .isEmpty();
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = database.connection().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private void load(List<ReportFile> files) throws SQLException {
        for (ReportFile file : files) {
            database.load(file);
        }
    }

    private List<ReportFile> backfill(LocalDate first, LocalDate last) {
        try (Sandbox sandbox =
                Sandbox.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).start()) {
            List<ReportFile> files = new ArrayList<>();
            Reports.of(sandbox.client())
                    .backfill(SalesReportRequest.days(VENDOR, first, last), folder.resolve("reports"))
                    .run(files::add);
            return files;
        }
    }

    /** A report of November 2, which could be read as February 11. */
    private ReportFile titles(String... titles) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(
                "\t", SalesColumn.ALL.stream().map(SalesColumn::header).toList()));
        for (String title : titles) {
            lines.add("APPLE\tUS\tchess\tExample\t" + title + "\t1.0\t1F\t2\t2.49\t11/02/2026\t11/02/2026\tEUR\tDE\tEUR"
                    + "\t1500000001\t2.99\t \t \t \t \tGames\t\tiPhone\tiOS\t \t \t \t ");
        }
        SalesReportRequest request = SalesReportRequest.daily(VENDOR, LocalDate.of(2026, 11, 2));
        Path file = folder.resolve("S_D_85012345_20261102.txt");
        Files.write(file, lines);
        return new ReportFile(request, ReportState.AVAILABLE, null, null, file.toFile());
    }
}
