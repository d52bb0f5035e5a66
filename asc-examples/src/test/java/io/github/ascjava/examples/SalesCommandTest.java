package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.testing.Sandbox;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesCommandTest extends SalesTest {

    @Test
    void showsTheNewestDayThatIsDue() {
        Program run = run("sales", VENDOR);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("APP ").containsPattern("Trail Ledger +TRAIL-01 +\\d+ ");
        assertThat(sandbox.requests())
                .filteredOn(request -> request.path().equals("/v1/salesReports"))
                .singleElement()
                .asString()
                .contains(NEWEST);
    }

    @Test
    void neverAddsCurrenciesAndKeepsRefundsApart() {
        nextReport(
                line("Cortado", "3", "1.50", "US", "USD"),
                line("Cortado", "2", "1.25", "DE", "EUR"),
                line("Cortado", "1", "300", "JP", "JPY"),
                line("Cortado", "-1", "1.50", "US", "USD"));

        assertThat(run("sales", VENDOR).out())
                .containsPattern("Cortado +A +6 +2.50 EUR, 300 JPY, 4.50 USD +1 +1.50 USD\\R");
    }

    @Test
    void countsInAppPurchasesForTheirApp() {
        nextReport(line("Cortado", "3", "0", "US", "USD"), "beans\tBeans\t2\t1\t11/22/2026\tUS\tUSD\tA");

        assertThat(run("sales", VENDOR).out())
                .containsPattern("Cortado +A +5 +2.00 USD")
                .doesNotContain("Beans");
    }

    @Test
    void addsUpByDayWithZerosForDaysWithoutSales() {
        Program run = run("sales", VENDOR, "--from", "2026-11-18", "--until", "2026-11-20", "--by", "day");

        assertThat(run.out())
                .containsPattern("2026-11-18 +[1-9]")
                .containsPattern(QUIET + " +0 +- +0 +-")
                .containsPattern("2026-11-20 +[1-9]");
    }

    @Test
    void drawsAChartForPeople() {
        nextReport(line("Cortado", "30", "0", "US", "USD"), line("Cortado", "10", "0", "DE", "EUR"));

        String[] parts = run("sales", VENDOR, "--by", "country").out().split("Units by country\\R");

        assertThat(parts).hasSize(2);
        assertThat(parts[1]).matches("US  30  █{72}\\RDE  10  █{24}\\R");
    }

    @Test
    void printsJsonForPrograms() throws Exception {
        nextReport(line("Cortado", "3", "1.50", "US", "USD"));

        JsonNode rows =
                new ObjectMapper().readTree(run("sales", VENDOR, "--json").out());

        assertThat(rows).hasSize(1);
        assertThat(rows.at("/0/units").isNumber()).isTrue();
        assertThat(rows.at("/0/proceeds/0/currency").asText()).isEqualTo("USD");
        assertThat(rows.at("/0/proceeds/0/amount").decimalValue()).isEqualByComparingTo("4.50");
    }

    @Test
    void saysWhenAReportIsExpected() {
        Program run = run("sales", VENDOR, "--until", "2026-11-23");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualToIgnoringNewLines(
                        "Apple has not made the report of 2026-11-23 yet. It is expected at 2026-11-24T16:00:00Z.");
    }

    @Test
    void showsTheDaysThatThereAreAndNamesTheOthers() {
        Program run = run("sales", VENDOR, "--from", NEWEST, "--until", "2026-11-23", "--by", "day");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains(NEWEST).doesNotContain("2026-11-23");
        assertThat(run.err()).contains("Apple has not made the report of 2026-11-23 yet.");
    }

    @Test
    void aDayWithoutSalesIsNoError() {
        Program run = run("sales", VENDOR, "--until", QUIET);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("There is nothing to show for " + QUIET + ".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --from 2026-11-20 --until 2026-11-10 | The range ends before it begins: --from 2026-11-20 is after --until 2026-11-10
            --from 2026-11-24                    | There is no report of 2026-11-24 yet. The newest day with a report is 2026-11-22
            --from 2006-11-20                    | The range from 2006-11-20 to 2026-11-22 has more than 400 days.
            --from 20.11.2026                    | --from is a date such as 2026-11-20, but was 20.11.2026.
            --by month                           | --by is day, app or country, but was month.
            --to sales.xlsx                      | --to writes files that end in .csv, .json or .html, or a folder, but was sales.xlsx.
            --jdbc jdbc:h2:mem:x                 | --jdbc needs --driver-path, the folder with the jar of the database's driver.
            --driver-path .                      | --driver-path belongs to --jdbc, the URL of the database. Give both.
            --driver-path . --jdbc secret        | --jdbc is the URL of a database, such as jdbc:postgresql://localhost/sales.
            """)
    void optionsThatCannotBeUsedAreNamedBeforeAnythingIsSent(String options, String message) {
        Program run = run(("sales " + VENDOR + " " + options).split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains(message)
                .contains("See: asc sales --help")
                .doesNotContain("secret");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void aVendorNumberHasDigitsOnly() {
        Program run = run("sales", "com.example");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("A vendor number consists of digits, but was 'com.example'.");
    }

    @Test
    void aWrongVendorNumberComesWithAdvice() {
        Program run = run("sales", "123");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Compare the vendor number 123 with the one in Payments and Financial Reports");
    }

    @Test
    void anIndividualKeyIsStoppedWithASentence() throws Exception {
        try (Sandbox individual =
                Sandbox.builder().clock(Program.CLOCK).individualKey().start()) {
            Map<String, String> environment = individual.environment(
                    individual.writeKeyFile(Files.createDirectory(folder.resolve("individual"))));

            Program run = Program.run(environment, "sales", VENDOR);

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .contains("individual key")
                    .contains("team key")
                    .doesNotContain("\tat ");
            assertThat(individual.requests()).isEmpty();
        }
    }

    @Test
    void aReportThatIsDamagedIsASentence() {
        nextReport(line("Cortado", "three", "0", "US", "USD"));

        Program run = run("sales", VENDOR);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("Line 2 of the report has 'three' in column 'Units'")
                .doesNotContain("\tat ");
    }
}
