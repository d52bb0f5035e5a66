package io.github.ascjava.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows as CSV, for spreadsheets or, raw, for programs. */
final class Csv {

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

    private static String safe(String text, boolean isFree) {
        return isFree ? SpreadsheetText.of(text) : PrintableText.line(text);
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null || (value instanceof Collection<?> several && several.isEmpty());
    }
}
