package io.github.ascjava.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** How rows come out for people and for programs. */
class OutputTest {

    private final StringWriter out = new StringWriter();

    private String printed(boolean isInteractive, int width, Ansi ansi, String... options) {
        Rows rows = new Rows("ID", "BUNDLE ID", "NAME", "TAGS", "READY");
        rows.add("1", "com.example.a", "Ä, \"quoted\"", List.of("x", "y"), true);
        rows.add("2", "com.example.long-identifier", null, List.of(), false);
        OutputOptions output = new OutputOptions();
        CommandLine.populateCommand(output, options);
        PrintWriter writer = new PrintWriter(out, true);
        output.print(
                rows,
                new Terminal(writer, writer, new BufferedReader(new StringReader("")), isInteractive, width, ansi));
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
