package io.github.ascjava.reports;

import static io.github.ascjava.reports.ReportFiles.line;
import static io.github.ascjava.reports.ReportFiles.row;
import static io.github.ascjava.reports.ReportFiles.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportRowTest {

    private static final String HEADER = line("SKU", "Title", "Units", "Begin Date", "Country Of Sale");
    private static final String ROW = line("YNC", "Your Next Cortado", "-3.00", "11/30/2026", "DE");

    @Test
    void cellsAreReadByTheNamesOfTheirColumns() {
        ReportRow row = row(HEADER, ROW);

        assertThat(row.text("SKU")).isEqualTo("YNC");
        assertThat(row.text("Title")).isEqualTo("Your Next Cortado");
        assertThat(row.decimal("Units")).isEqualTo("-3.00");
        assertThat(row.integer("Units")).isEqualTo(-3);
        assertThat(row.date("Begin Date")).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(row.find("Country Of Sale")).hasValue("DE");
        assertThat(row.lineNumber()).isEqualTo(2);
    }

    @Test
    void columnsMayHaveMoved() {
        ReportRow row = row(line("Units", "SKU"), line("2", "YNC"));

        assertThat(row.text("SKU")).isEqualTo("YNC");
        assertThat(row.decimal("Units")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Country Of Sale", "Country of Sale", "country of sale", "COUNTRY-OF-SALE", "countryofsale"})
    void caseAndPunctuationOfNamesDoNotMatter(String name) {
        assertThat(row(HEADER, ROW).text(name)).isEqualTo("DE");
        assertThat(row(HEADER, ROW).hasColumn(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Introductory Price Type, Subscription Offer Type",
        "Introductory Price Duration, Subscription Offer Duration",
        "Promotional Offer Name, Subscription Offer Name",
        "Subscription Duration, Standard Subscription Duration",
        "Sales or Return, Sale or Return",
        "Artist/Show/Developer, Artist/Show/Developer/Author",
        "Event Name, Event Sub Type",
        "Event Group, Event Grouping"
    })
    void eitherNameOfARenamedColumnFindsIt(String earlier, String later) {
        ReportRow old = row(line("A", earlier), line("1", "x"));
        ReportRow current = row(line("A", later), line("1", "x"));

        assertThat(List.of(old.text(earlier), old.text(later))).containsOnly("x");
        assertThat(List.of(current.text(earlier), current.text(later))).containsOnly("x");
    }

    @Test
    void aReportThatHasBothNamesKeepsThemApart() {
        ReportRow row = row(line("Promotional Offer Name", "Subscription Offer Name"), line("earlier", "later"));

        assertThat(row.text("Promotional Offer Name")).isEqualTo("earlier");
        assertThat(row.text("Subscription Offer Name")).isEqualTo("later");
    }

    @Test
    void anExactNameComesBeforeASimilarOne() {
        ReportRow row = row(line("Pre-Order", "preorder"), line("1", "2"));

        assertThat(row.text("Pre-Order")).isEqualTo("1");
        assertThat(row.text("preorder")).isEqualTo("2");
    }

    @Test
    void aNameThatNoColumnHasIsAMistakeUnlessItMayBeMissing() {
        ReportRow row = row(HEADER, ROW);

        assertThatThrownBy(() -> row.text("Titel"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The report has no column 'Titel'. Its columns are [SKU, Title, Units, Begin Date,"
                        + " Country Of Sale]; find(\"Titel\") is empty for a column that may be missing.");
        assertThatThrownBy(() -> row.decimal("Titel")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> row.integer("Titel")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> row.date("Titel")).isInstanceOf(IllegalArgumentException.class);
        assertThat(row.find("Titel")).isEmpty();
        assertThat(row.hasColumn("Titel")).isFalse();
    }

    @Test
    void unknownColumnsAreKeptInOrder() {
        ReportRow row = row(line("Units", "New Column", "SKU"), line("2", "new", ""));

        assertThat(row.columns()).containsExactly("Units", "New Column", "SKU");
        assertThat(row.toMap()).containsExactly(entry("Units", "2"), entry("New Column", "new"), entry("SKU", null));
        assertThat(row.cells()).containsExactly("2", "new", null);
        assertThat(row).hasToString("line 2: {Units=2, New Column=new, SKU=null}");
    }

    @Test
    void twoColumnsOfOneNameAreBothKept() {
        ReportRow row = row(line("A", "B", "A"), line("1", "2", "3"));

        assertThat(row.text("A")).isEqualTo("1");
        assertThat(row.cells()).containsExactly("1", "2", "3");
        assertThat(row.toMap()).containsExactly(entry("A", "1"), entry("B", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   "})
    void aBlankCellIsNull(String blank) {
        ReportRow row = row(HEADER, line("YNC", blank, blank, blank, blank));

        assertThat(row.text("Title")).isNull();
        assertThat(row.decimal("Units")).isNull();
        assertThat(row.integer("Units")).isNull();
        assertThat(row.date("Begin Date")).isNull();
        assertThat(row.find("Country Of Sale")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Quoted\"",
                "\"",
                "a \"b",
                "\"a",
                "#1",
                "# of",
                "a\\",
                "\\n",
                "\\",
                " around ",
                "a, b",
                "Größe",
                "カフェ",
                "🚀",
                "\u00a0",
                "'",
                "NULL",
                "=1+1"
            })
    void whatOtherReadersTakeForSyntaxIsText(String title) {
        List<ReportRow> rows = rows(HEADER + line("YNC", title, "1", "", "") + line("NEXT", title, "2", "", ""));

        assertThat(rows).extracting(row -> row.text("Title")).containsExactly(title, title);
        assertThat(rows).extracting(row -> row.text("SKU")).containsExactly("YNC", "NEXT");
    }

    @Test
    void bytesThatAreNotUtf8AreReplacedInTheirCellOnly() {
        byte[] file = ReportFiles.utf8(HEADER + line("YNC", "a?b", "1", "", "DE"));
        file[new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xff;

        ReportRow row = rows(file).get(0);

        assertThat(row.text("Title")).isEqualTo("a\ufffdb");
        assertThat(row.text("SKU")).isEqualTo("YNC");
        assertThat(row.text("Country Of Sale")).isEqualTo("DE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,70", "1,5", "1.2.3", "abc", "--1", "1 000", "$1", "(1.00)", "NaN", "0x10", "1e999", "."})
    void aCellThatIsNotANumberNamesLineAndColumn(String cell) {
        ReportRow row = row(HEADER, line("YNC", "", cell, "", ""));

        assertThatThrownBy(() -> row.decimal("units"))
                .isInstanceOfSatisfying(
                        InvalidReportException.class,
                        e -> assertThat(e.lineNumber()).isEqualTo(2))
                .hasMessage("Line 2 of the report has '" + cell + "' in column 'Units', which is not a decimal number"
                        + " such as 1234.50; read the cell with text() and check the file.");
        assertThat(row.text("Units")).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30/11/2026",
                "2026/11/30",
                "11/30/26",
                "02/30/2026",
                "2026-13-01",
                "30.11.2026",
                "today",
                "11-30-2026"
            })
    void aCellThatIsNotADateNamesLineAndColumn(String cell) {
        ReportRow row = row(HEADER, line("YNC", "", "", cell, ""));

        assertThatThrownBy(() -> row.date("Begin Date"))
                .isInstanceOf(InvalidReportException.class)
                .hasMessageStartingWith("Line 2 of the report has '" + cell + "' in column 'Begin Date', which is not a"
                        + " date such as 11/30/2026 or 2026-11-30;");
    }

    @Test
    void aFractionIsNotAnInteger() {
        ReportRow row = row(HEADER, line("YNC", "", "2.50", "", ""));

        assertThatThrownBy(() -> row.integer("Units"))
                .isInstanceOf(InvalidReportException.class)
                .hasMessageContaining("'2.50' in column 'Units', which is not an integer");
        assertThat(row.decimal("Units")).isEqualTo("2.50");
    }

    @Test
    void aLongCellIsShortenedInMessages() {
        ReportRow row = row(HEADER, line("YNC", "", "x".repeat(100_000) + "\u0007", "", ""));

        assertThatThrownBy(() -> row.decimal("Units")).hasMessageContaining("'" + "x".repeat(60) + "...'");
    }

    @Test
    void rowsOutliveTheReader() {
        List<ReportRow> kept = new ArrayList<>();
        try (ReportReader reader = ReportFiles.open(HEADER + ROW + line("B", "Other", "1", "12/01/2026", "FR"))) {
            reader.forEach(kept::add);
        }

        assertThat(kept).extracting(row -> row.text("SKU")).containsExactly("YNC", "B");
        assertThat(kept)
                .extracting(row -> row.date("Begin Date"))
                .containsExactly(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 1));
    }

    @Test
    void rowsCanBeReadFromManyThreads() {
        StringBuilder file = new StringBuilder(HEADER);
        IntStream.range(0, 20_000)
                .forEach(i -> file.append(line("S" + i, "Größe " + i, i + ".50", "11/30/2026", "DE")));
        ConcurrentLinkedQueue<BigDecimal> units = new ConcurrentLinkedQueue<>();

        try (ReportReader reader = ReportFiles.open(file.toString())) {
            reader.stream().parallel().forEach(row -> units.add(row.decimal("Units")));
        }

        assertThat(units.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("200000000");
    }

    @Test
    void rowsCanBeSerialized() throws Exception {
        List<ReportRow> rows = rows(HEADER + ROW + line("B", "Größe", "1", "", ""));

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ArrayList<>(rows));
        }
        List<?> read;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            read = (List<?>) in.readObject();
        }

        assertThat(read).hasSize(2).hasToString(rows.toString());
        ReportRow second = (ReportRow) read.get(1);
        assertThat(second.text("country of sale")).isNull();
        assertThat(second.text("Title")).isEqualTo("Größe");
        assertThat(second.integer("Units")).isEqualTo(1);
        assertThat(second.lineNumber()).isEqualTo(3);
    }

    @Test
    void equalRowsOfAReportAreNotTheSame() {
        assertThat(rows(HEADER + ROW + ROW)).doesNotHaveDuplicates();
    }
}
