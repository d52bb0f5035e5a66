package io.github.ascjava.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** How rows come out for people and for programs. */
class OutputTest {

    private final StringWriter out = new StringWriter();

    private String printed(boolean isInteractive, int width, Ansi ansi, String... options) {
        Rows rows = new Rows("ID", "BUNDLE ID", "NAME", "TAGS", "READY");
        rows.add("1", "com.example.a", "Ä, \"quoted\"", List.of("x", "y"), true);
        rows.add("2", "com.example.long-identifier", null, List.of(), false);
        return printed(rows, isInteractive, width, ansi, options);
    }

    private String printed(Rows rows, boolean isInteractive, int width, Ansi ansi, String... options) {
        OutputOptions output = new OutputOptions();
        CommandLine.populateCommand(output, options);
        PrintWriter writer = new PrintWriter(out, true);
        output.print(
                rows,
                new Terminal(
                        writer, writer, new BufferedReader(new StringReader("")), false, isInteractive, width, ansi));
        return out.toString();
    }

    @Test
    void aTableLinesItsColumnsUp() {
        assertThat(printed(false, 20, Ansi.OFF)).isEqualToNormalizingNewlines("""
                ID  BUNDLE ID                    NAME         TAGS  READY
                1   com.example.a                Ä, "quoted"  x, y  true
                2   com.example.long-identifier  -            -     false
                """);
    }

    @Test
    void onAScreenTheWidestColumnsAreCut() {
        assertThat(printed(true, 44, Ansi.OFF).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(44));
        assertThat(out.toString()).contains("com.exam", "…");
    }

    @Test
    void aScreenThatIsMuchTooNarrowCostsNoLetterOfShortColumns() {
        assertThat(printed(true, 3, Ansi.OFF)).contains("x, y").contains("true");
    }

    @Test
    void headingsAreBoldWhereColoursAreWanted() {
        assertThat(printed(true, 100, Ansi.ON)).startsWith("\033[1mID");
    }

    @Test
    void nothingAfterTheHeadingsIsBoldOrUnderlined() {
        assertThat(printed(true, 100, Ansi.ON).lines().findFirst().orElseThrow())
                .endsWith("\033[0m")
                .doesNotContain("\033[21m");
    }

    @Test
    void theLastColumnGoesOnInFurtherLinesInsteadOfBeingCut() {
        Rows rows = new Rows("PROFILE", "BUNDLE ID", "PROBLEMS");
        rows.add(
                "Trail Ledger App Store",
                "com.example.trailledger.extension",
                "expires 2026-12-14, certificate Apple" + " Distribution: Example Coffee Labs expires 2026-12-14");

        String table = printed(rows, true, 60, Ansi.OFF);
        assertThat(table.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
        assertThat(table.lines()
                        .skip(1)
                        .map(line -> line.substring(line.lastIndexOf("  ") + 2))
                        .toList())
                .as(table)
                .satisfies(parts -> assertThat(String.join(" ", parts))
                        .isEqualTo("expires 2026-12-14, certificate Apple Distribution: Example Coffee Labs expires"
                                + " 2026-12-14"));
    }

    @Test
    void wideAndCombiningCharactersKeepColumnsAligned() {
        Rows rows = new Rows("NAME", "ID");
        rows.add("日本", "1");
        rows.add("Zoe\u0308", "2");
        rows.add("👨‍👩‍👧", "3");

        assertThat(printed(rows, false, 0, Ansi.OFF)).isEqualToNormalizingNewlines("""
                NAME  ID
                日本  1
                Zoe\u0308   2
                👨‍👩‍👧    3
                """);
    }

    @Test
    void aCutLeavesNoHalfOfAWideCharacter() {
        Rows rows = new Rows("NAME", "ID");
        rows.add("日本語日本語日本語", "1");

        assertThat(printed(rows, true, 12, Ansi.OFF).lines().skip(1)).containsExactly("日本語…   1");
    }

    @Test
    void aNameCannotMakeUpARow() {
        Rows rows = new Rows("NAME", "ID");
        rows.add("Mine\nYours\033[1A\u202e", "1");

        assertThat(printed(rows, false, 0, Ansi.OFF).lines().skip(1))
                .containsExactly("Mine\\nYours\\u001b[1A\\u202e  1");
    }

    @Test
    void noLineOfAnyKindActsOnTheTerminal() {
        PrintWriter writer = new PrintWriter(out, true);
        BufferedReader in = new BufferedReader(new StringReader("y\n"));
        Terminal terminal = new Terminal(writer, writer, in, false, true, 80, Ansi.OFF);
        String name = "\033[2J\u202e\u009b1m";

        terminal.note(name);
        terminal.line(name);
        terminal.block(name);
        terminal.heading(name);
        terminal.progress(name);
        assertThat(terminal.confirms(name)).isTrue();
        new ErrorReport(writer).failure(new IOException(name));
        new ErrorReport(writer).failure(new IllegalStateException(name));

        assertThat(out.toString().replace("\r\033[K", "")).doesNotContain("\033", "\u202e", "\u009b");
        assertThat(out.toString().split("\\\\u001b\\[2J", -1)).hasSize(9);
    }

    @Test
    void allFailuresOfAJobAreReportedOnce() {
        IOException first = new IOException("1.png is too large.");
        IOException second = new IOException("2.png is too large.");
        second.addSuppressed(new IOException("3.png is too large."));
        first.addSuppressed(second);
        first.addSuppressed(new IOException("2.png is too large."));
        first.addSuppressed(new IllegalStateException("a bug"));

        new ErrorReport(new PrintWriter(out, true)).failure(first);

        assertThat(out.toString().lines())
                .containsExactly("1.png is too large.", "2.png is too large.", "3.png is too large.");
    }

    @Test
    void jsonIsEscapedAndMeansTheSame() {
        Rows rows = new Rows("NAME");
        rows.add("\u009b\u202e");

        assertThat(printed(rows, true, 80, Ansi.OFF, "--json")).contains("\"\\u009b\\u202e\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+a", "-a", "@a", "-", "=", "-1+2", "\tx", "\r=1"})
    void csvMarksFreeTextThatASpreadsheetWouldRun(String text) {
        Rows rows = new Rows("NAME", "ID").freeText("NAME");
        rows.add(text, text);

        String marked =
                printed(rows, false, 0, Ansi.OFF, "--csv").lines().toList().get(1);
        assertThat(marked.replace("\"", "")).isEqualTo("'" + PrintableText.line(text) + "," + PrintableText.line(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+4.5", "-1e5", "a=b", "1-2", "'="})
    void csvLeavesNumbersAndOtherTextAlone(String text) {
        Rows rows = new Rows("NAME").freeText("NAME");
        rows.add(text);

        assertThat(printed(rows, false, 0, Ansi.OFF, "--csv")
                        .lines()
                        .toList()
                        .get(1)
                        .replace("\"", ""))
                .isEqualTo(text);
    }

    @Test
    void rawCsvIsAsReceived() {
        Rows rows = new Rows("NAME").freeText("NAME");
        rows.add("=1\033");

        assertThat(printed(rows, false, 0, Ansi.OFF, "--csv=raw"))
                .contains("=1\033")
                .doesNotContain("'");
    }

    @Test
    void jsonHasTypesAndNulls() {
        assertThat(printed(false, 20, Ansi.OFF, "--json").replaceAll("\\s+", ""))
                .isEqualTo("""
                [{"id":"1","bundleId":"com.example.a","name":"Ä,\\"quoted\\"","tags":["x","y"],"ready":true},\
                {"id":"2","bundleId":"com.example.long-identifier","name":null,"tags":[],"ready":false}]""");
    }

    @Test
    void csvIsQuoted() {
        assertThat(printed(false, 20, Ansi.OFF, "--csv").lines())
                .startsWith("id,bundleId,name,tags,ready")
                .element(1)
                .asString()
                .contains("\"Ä, \"\"quoted\"\"\"", "\"x, y\"", "true");
    }
}
