package io.github.ascjava.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes rows as CSV, for spreadsheets or, raw, for programs. */
final class Csv {

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?([eE][+-]?\\d+)?");
    private static final String TEXT_MARK = "'";

    private final Rows rows;
    private final OutputOptions.CsvForm form;

    Csv(Rows rows, OutputOptions.CsvForm form) {
        this.rows = rows;
        this.form = form;
    }

    String text() throws JsonProcessingException {
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
        for (int i = 0; i < rows.headings().size(); i++) {
            schema.addColumn(rows.key(i));
        }
        List<List<String>> lines = rows.cells().stream().map(this::line).toList();
        return new CsvMapper().writer(schema.build()).writeValueAsString(lines);
    }

    private List<String> line(List<@Nullable Object> cells) {
        List<String> line = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String text = isNothing(cells.get(i)) ? "" : Rows.text(cells.get(i));
            line.add(form == OutputOptions.CsvForm.RAW ? text : safe(text, rows.isFreeText(i)));
        }
        return line;
    }

    /** Marks before it escapes: a spreadsheet drops leading tabs and line breaks. */
    private static String safe(String text, boolean isFree) {
        boolean isFormula = isFree
                && FORMULA.matcher(text).matches()
                && !NUMBER.matcher(text).matches();
        return (isFormula ? TEXT_MARK : "") + PrintableText.line(text);
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null || (value instanceof Collection<?> several && several.isEmpty());
    }
}
