package io.github.ascjava.examples.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ascjava.reports.ReportRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes days of a report as JSON: an array with an object per row, whose members are called like the columns. */
final class JsonDays {

    private JsonDays() {}

    static void write(List<ReportDay> days, Writer out) throws IOException {
        List<ReportColumn> columns = ReportColumn.of(days);
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            json.useDefaultPrettyPrinter();
            json.writeStartArray();
            for (ReportDay day : days) {
                day.forEachRow(row -> write(row, columns, json));
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
    }

    private static void write(ReportRow row, List<ReportColumn> columns, JsonGenerator json) {
        try {
            json.writeStartObject();
            for (ReportColumn column : columns) {
                json.writeFieldName(column.name());
                write(column.value(row), json);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(@Nullable Object value, JsonGenerator json) throws IOException {
        if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }
}
