package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SalesFilesTest extends SalesTest {

    @Test
    void csvHasIsoDatesAndQuotes() throws IOException {
        nextReport(line("Beans, \"best\"", "3", ".70", "US", "USD"));

        Program run = run("sales", VENDOR, "--to", path("out.csv"));

        assertThat(run.out()).isEqualToIgnoringNewLines("Wrote 2026-11-22 to " + path("out.csv") + ".");
        assertThat(Files.readString(folder.resolve("out.csv")))
                .isEqualTo(
                        "SKU,Title,Units,Developer Proceeds,Begin Date,Country Code,Currency of Proceeds,Parent Identifier"
                                + "\r\nA,\"Beans, \"\"best\"\"\",3,0.70,2026-11-22,US,USD,\r\n");
    }

    @Test
    void csvMarksWhatASpreadsheetWouldRun() throws IOException {
        nextReport(line("=HYPERLINK(1)", "-3", "0", "US", "USD"));

        run("sales", VENDOR, "--to", path("out.csv"));

        assertThat(Files.readString(folder.resolve("out.csv"))).contains("A,'=HYPERLINK(1),-3,");
    }

    @Test
    void csvOfSeveralDaysHasTheColumnsOfAll() throws IOException {
        run("sales", VENDOR, "--from", "2026-11-21", "--to", path("out.csv"));

        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines.get(0)).startsWith("Provider,Provider Country,SKU,").endsWith(",Client,Order Type");
        assertThat(lines)
                .filteredOn(line -> line.contains(",2026-11-21,2026-11-21,"))
                .isNotEmpty();
        assertThat(lines)
                .filteredOn(line -> line.contains(",2026-11-22,2026-11-22,"))
                .isNotEmpty();
    }

    @Test
    void jsonHasNumbersDatesAndNulls() throws IOException {
        nextReport(line("<Beans>", "3", ".70", "US", "USD"));

        run("sales", VENDOR, "--to", path("out.json"));

        JsonNode row =
                new ObjectMapper().readTree(folder.resolve("out.json").toFile()).get(0);
        assertThat(row.path("Units").isNumber()).isTrue();
        assertThat(row.path("Begin Date").asText()).isEqualTo("2026-11-22");
        assertThat(row.path("Title").asText()).isEqualTo("<Beans>");
        assertThat(row.path("Parent Identifier").isNull()).isTrue();
    }

    @Test
    void aPageShowsEveryCurrencyAndRefundsApart() throws IOException {
        nextReport(
                line("Cortado", "3", "1.50", "US", "USD"),
                line("Cortado", "2", "1.25", "DE", "EUR"),
                line("Cortado", "-1", "1.25", "DE", "EUR"));

        run("sales", VENDOR, "--to", path("page.html"));

        assertThat(Files.readString(folder.resolve("page.html")))
                .contains("Units by day", "Proceeds in EUR by country", "Proceeds in USD by app")
                .contains("<summary>EUR 2.50</summary>", "<summary>USD 4.50</summary>", "<summary>EUR 1.25</summary>")
                .contains("<section class=\"apart\">\n<h2>Refunds</h2>");
    }

    @Test
    void aPageShowsADayWithoutSalesAsZero() throws IOException {
        run("sales", VENDOR, "--from", "2026-11-18", "--until", "2026-11-20", "--to", path("page.html"));

        assertThat(Files.readString(folder.resolve("page.html"))).contains("<title>2026-11-19: 0</title>");
    }

    @Test
    void aPageRunsNoScriptAndTakesNoTitleForHtml() throws IOException {
        nextReport(line("<script>alert('x')</script>", "3", "1.50", "\"><img src=x>", "USD"));

        run("sales", VENDOR, "--to", path("page.html"));

        assertThat(Files.readString(folder.resolve("page.html")))
                .contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"")
                .contains("&lt;script&gt;alert(&#39;x&#39;", "&quot;&gt;&lt;img src=x&gt;")
                .doesNotContain("<script", "<img", "http:", "https:", "url(");
    }

    @Test
    void aFolderHasAFilePerDayAndTheNextRunGoesOn() throws IOException {
        Program first = run("sales", VENDOR, "--from", "2026-11-19", "--until", "2026-11-20", "--to", path("sales"));
        assertThat(reportRequests()).isEqualTo(2);

        Program second = run("sales", VENDOR, "--from", "2026-11-19", "--until", "2026-11-21", "--to", path("sales"));

        assertThat(first.exitCode() + second.exitCode()).isZero();
        assertThat(reportRequests()).isEqualTo(3);
        assertThat(names(folder.resolve("sales")))
                .containsExactly("originals", "sales-85012345-2026-11-20.csv", "sales-85012345-2026-11-21.csv");
        List<String> lines = Files.readAllLines(folder.resolve("sales/sales-85012345-2026-11-20.csv"));
        assertThat(lines.subList(1, lines.size())).isNotEmpty().allMatch(line -> line.contains(",2026-11-20,"));
    }

    @Test
    void whatCannotBeWrittenIsSaidBeforeAnythingIsRequested() {
        String notAFolder = file("file", "");

        Program inFile = run("sales", VENDOR, "--to", notAFolder + "/out.csv");
        Program missing = run("sales", VENDOR, "--to", path("missing") + "/out.csv");
        Program folderInFile = run("sales", VENDOR, "--to", notAFolder);

        assertThat(List.of(inFile.exitCode(), missing.exitCode(), folderInFile.exitCode()))
                .containsOnly(1);
        assertThat(inFile.err()).isEqualToIgnoringNewLines(notAFolder + " cannot be written to: it is not a folder.");
        assertThat(missing.err())
                .isEqualToIgnoringNewLines(path("missing") + " cannot be written to: the folder does not exist.");
        assertThat(folderInFile.err())
                .isEqualToIgnoringNewLines(notAFolder + " cannot be written to: it is not a folder.");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void aFileStaysAsItWasIfTheReportIsDamaged() throws IOException {
        String file = file("out.csv", "yesterday's");
        nextReport(line("Cortado", "3", "0", "US", "USD"), line("Cortado", "three", "0", "US", "USD"));

        Program run = run("sales", VENDOR, "--to", file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("out.csv"))).isEqualTo("yesterday's");
        assertThat(names(folder)).containsExactly("key", "out.csv");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
