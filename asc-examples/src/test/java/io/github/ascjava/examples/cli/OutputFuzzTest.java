package io.github.ascjava.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi;

/** Whatever text a server sends, it acts neither on the terminal nor on a spreadsheet, and stays readable. */
class OutputFuzzTest {

    /** Controls, line and paragraph separators, halves of characters, and what reorders text. */
    private static final Pattern DANGEROUS =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private final ObjectMapper json = new ObjectMapper();

    @FuzzTest
    void line(byte[] bytes) throws JsonProcessingException {
        String text = text(bytes);

        String line = PrintableText.line(text);

        assertThat(DANGEROUS.matcher(line).find()).isFalse();
        int at = 0;
        for (int c : text.codePoints().toArray()) {
            String shown = Character.toString(c);
            if (DANGEROUS.matcher(shown).matches()) {
                int end = at + (line.startsWith("\\u", at) ? 6 : 2);
                assertThat(json.readValue('"' + line.substring(at, end) + '"', String.class))
                        .isEqualTo(shown);
                at = end;
            } else {
                assertThat(line.startsWith(shown, at)).isTrue();
                at += shown.length();
            }
        }
        assertThat(line).hasSize(at);
    }

    @FuzzTest
    void jsonText(byte[] bytes) throws JsonProcessingException {
        String document = json.writerWithDefaultPrettyPrinter().writeValueAsString(List.of(text(bytes), "x"));

        String block = PrintableText.block(document);

        assertThat(DANGEROUS.matcher(block.replaceAll("\r?\n", "")).find()).isFalse();
        assertThat(json.readTree(block)).isEqualTo(json.readTree(document));
    }

    @FuzzTest
    void table(byte[] bytes) {
        Rows rows = rows(text(bytes));
        for (int width : new int[] {0, 10, 80}) {
            StringWriter out = new StringWriter();
            PrintWriter writer = new PrintWriter(out);

            new Table(rows).print(terminal(writer, width));

            List<String> lines = out.toString().lines().toList();
            assertThat(lines)
                    .allSatisfy(
                            each -> assertThat(DANGEROUS.matcher(each).find()).isFalse());
            if (width == 0) {
                assertThat(lines).as("a line for each row and the headings").hasSize(rows.size() + 1);
            } else if (width == 80) {
                assertThat(lines)
                        .allSatisfy(each -> assertThat(DisplayWidth.of(each)).isLessThanOrEqualTo(width));
            }
        }
    }

    @FuzzTest
    void csv(byte[] bytes) throws IOException {
        String text = text(bytes);

        List<String[]> safe = parsed(new Csv(rows(text), OutputOptions.CsvForm.SAFE).text());
        assertThat(safe).hasSize(3);
        String cell = safe.get(1)[0];
        assertThat(cell.startsWith("'") ? cell.substring(1) : cell)
                .isIn(PrintableText.line(text), PrintableText.line(text).replaceFirst("^'", ""));
        assertThat(DANGEROUS.matcher(cell).find()).isFalse();
        boolean mayRun = !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0;
        assertThat(mayRun && !isNumber(cell)).as("%s is a formula", cell).isFalse();

        List<String[]> raw = parsed(new Csv(rows(text), OutputOptions.CsvForm.RAW).text());
        assertThat(raw).hasSize(3);
        assertThat(raw.get(1)[0]).isEqualTo(text);
    }

    private static boolean isNumber(String text) {
        try {
            return new BigDecimal(text.replace(',', '.')).scale() < Integer.MAX_VALUE;
        } catch (NumberFormatException e) {
            // An exponent can be too long for any number of Java.
            return text.matches("[+-]?[0-9.,]+[eE][+-]?[0-9]+");
        }
    }

    private static List<String[]> parsed(String csv) throws IOException {
        try (MappingIterator<String[]> lines = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .readValues(csv)) {
            return lines.readAll();
        }
    }

    private static Rows rows(String text) {
        Rows rows = new Rows("NAME", "ID", "NOTES").freeText("NAME");
        rows.add(text, 1, text);
        rows.add("another", 2, List.of());
        return rows;
    }

    private static Terminal terminal(PrintWriter out, int width) {
        return new Terminal(out, out, new BufferedReader(new StringReader("")), false, width > 0, width, Ansi.OFF);
    }

    /** With halves of characters, too, which JSON can hold as escapes: bytes that no UTF-8 has stand for them. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace("\ufffd", "\ud83d");
    }
}
