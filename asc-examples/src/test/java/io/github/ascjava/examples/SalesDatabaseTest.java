package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.h2.Driver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes to a real database, with its driver from a folder. */
class SalesDatabaseTest extends SalesTest {

    private static final String PASSWORD = "p4ss-word";

    private Path drivers;

    @BeforeEach
    void copyDriver() throws Exception {
        drivers = Files.createDirectory(folder.resolve("drivers"));
        Path jar = Path.of(
                Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Files.copy(jar, drivers.resolve("h2.jar"));
    }

    @Test
    void rowsBecomeTypedColumns() throws SQLException {
        nextReport(line("It's \"best\"", "3", ".70", "US", "USD"));

        Program run = store();

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualToIgnoringNewLines("Wrote 2026-11-22, 1 row, to the database.");
        assertThat(query("SELECT vendor_number, report_day, title, units * 2, developer_proceeds + 0.3,"
                        + " begin_date + 1, parent_identifier FROM asc_sales"))
                .containsExactly("85012345|2026-11-22|It's \"best\"|6.0000000000|1.0000000000|2026-11-23|null");
    }

    @Test
    void aSecondRunReplacesTheRowsOfADay() throws SQLException {
        nextReport(line("Cortado", "3", ".70", "US", "USD"), line("Cortado", "1", ".70", "DE", "EUR"));
        store();
        nextReport(line("Cortado", "4", ".70", "US", "USD"));
        store();

        assertThat(query("SELECT units FROM asc_sales")).containsExactly("4.0000000000");
        assertThat(query("SELECT row_count FROM asc_sales_days")).containsExactly("1");
    }

    @Test
    void aDayWithoutSalesIsNotRequestedAgain() throws SQLException {
        store("--from", QUIET, "--until", "2026-11-20");
        assertThat(reportRequests()).isEqualTo(2);

        Program second = store("--from", QUIET, "--until", "2026-11-20");

        assertThat(second.exitCode()).isZero();
        assertThat(reportRequests()).isEqualTo(3);
        assertThat(query("SELECT report_day FROM asc_sales_days WHERE row_count = 0"))
                .containsExactly(QUIET);
    }

    @Test
    void aColumnThatAppleAddedIsAdded() throws SQLException {
        nextReport(line("Cortado", "3", ".70", "US", "USD"));
        store("--until", "2026-11-21");
        store();

        assertThat(query("SELECT COUNT(*) > 5, COUNT(device) > 5 FROM asc_sales WHERE report_day = '2026-11-22'"))
                .containsExactly("TRUE|TRUE");
        assertThat(query("SELECT device FROM asc_sales WHERE report_day = '2026-11-21'"))
                .containsExactly("null");
    }

    @Test
    void aDayThatTheDatabaseRejectsStaysAsItWas() throws SQLException {
        nextReport(line("Cortado", "3", ".70", "US", "USD"));
        store("--until", "2026-11-21");
        nextReport(line("Cortado", "4", ".70", "US", "USD"), line("Cortado".repeat(100), "4", ".70", "US", "USD"));

        Program run = store("--until", "2026-11-21");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("The database did not take the rows of 2026-11-21: ")
                .doesNotContain("\tat ");
        assertThat(query("SELECT units FROM asc_sales")).containsExactly("3.0000000000");
    }

    @Test
    void namesAreQuotedAsTheDatabaseDoes() throws SQLException {
        nextReport(line("Cortado", "3", ".70", "US", "USD"));

        Program run = store("--table", "Sales of \"2026\"; DROP TABLE x");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(query("SELECT title FROM \"Sales of \"\"2026\"\"; DROP TABLE x\""))
                .containsExactly("Cortado");
    }

    @Test
    void withAFolderTheReportsInItAreNotRequestedAgain() throws SQLException {
        String to = folder.resolve("sales").toString();
        store("--to", to);
        store("--to", to);

        assertThat(reportRequests()).isEqualTo(1);
        assertThat(query("SELECT COUNT(*) > 0 FROM asc_sales")).containsExactly("TRUE");
    }

    @Test
    void messagesHaveNoPassword() {
        store();

        Program wrong = run(
                "sales", VENDOR, "--jdbc", url() + ";USER=sa;PASSWORD=wrong-one", "--driver-path", drivers.toString());
        Program malformed = run(
                "sales", VENDOR, "--jdbc", url() + ";PASSWORD=wrong-one;NONESUCH", "--driver-path", drivers.toString());

        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err())
                .startsWith("The database jdbc:h2:*** cannot be opened: ")
                .doesNotContain("wrong-one");
        assertThat(malformed.exitCode()).isEqualTo(1);
        assertThat(malformed.err())
                .startsWith("The database jdbc:h2:*** cannot be opened: ")
                .doesNotContain("wrong-one", "\tat ");
    }

    @Test
    void aMissingDriverIsNamedBeforeAnythingIsRequested() throws IOException {
        String empty = Files.createDirectory(folder.resolve("empty")).toString();

        Program noJar = run("sales", VENDOR, "--jdbc", url(), "--driver-path", empty);
        Program noFolder = run("sales", VENDOR, "--jdbc", url(), "--driver-path", empty + "/none");
        Program otherDriver = run(
                "sales",
                VENDOR,
                "--jdbc",
                "jdbc:postgresql://u:geheim@localhost/x",
                "--driver-path",
                drivers.toString());

        assertThat(noJar.err())
                .isEqualToIgnoringNewLines(empty + " has no jar. Put the jar of the database's driver there.");
        assertThat(noFolder.err()).contains(empty + "/none does not exist.");
        assertThat(otherDriver.err()).contains("No driver in " + drivers + " accepts jdbc:postgresql:***.");
        assertThat(Stream.of(noJar, noFolder, otherDriver).map(Program::exitCode))
                .containsOnly(1);
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void aFileThatIsNoDriverIsASentence() throws IOException {
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(broken.resolve("driver.jar"), "not a jar");

        Program run = run("sales", VENDOR, "--jdbc", url(), "--driver-path", broken.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("accepts jdbc:h2:***").doesNotContain("\tat ");
    }

    private Program store(String... options) {
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("ASC_JDBC_USER", "sa");
        environment.put("ASC_JDBC_PASSWORD", PASSWORD);
        List<String> arguments =
                new ArrayList<>(List.of("sales", VENDOR, "--jdbc", url(), "--driver-path", drivers.toString()));
        arguments.addAll(List.of(options));
        return Program.run(environment, arguments.toArray(String[]::new));
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("db");
    }

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url(), "sa", PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }
}
