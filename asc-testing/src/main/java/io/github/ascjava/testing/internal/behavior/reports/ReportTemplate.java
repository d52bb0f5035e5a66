package io.github.ascjava.testing.internal.behavior.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The columns of a report, and what its rows say: a text, a {@code {field}}, a {@code {field*number}}, or nothing.
 *
 * @param blank how the report writes that there is nothing
 */
record ReportTemplate(List<String> columns, List<List<String>> rows, String blank) {

    /** Reads the template of a sales or finance report, where a space stands for nothing. */
    static ReportTemplate read(String file) {
        List<List<String>> lines = ReportFiles.lines(file);
        return new ReportTemplate(lines.get(0), lines.subList(1, lines.size()), " ");
    }

    ReportTemplate withoutLast(int number) {
        return new ReportTemplate(columns.subList(0, columns.size() - number), rows, blank);
    }

    /** Writes the names of the columns, and rows for each sale. */
    String text(Stream<Map<String, String>> sales) {
        StringBuilder text = new StringBuilder(line(columns));
        sales.forEach(fields -> {
            for (List<String> row : rows) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    cells.add(i < row.size() ? cell(row.get(i), fields) : blank);
                }
                text.append(line(cells));
            }
        });
        return text.toString();
    }

    /** Writes one line. */
    static String line(List<String> cells) {
        return String.join("\t", cells) + "\n";
    }

    private String cell(String template, Map<String, String> fields) {
        if (!template.startsWith("{")) {
            return template.isEmpty() ? blank : template;
        }
        String[] factors = template.substring(1, template.length() - 1).split("\\*", 2);
        String value = fields.get(factors[0]);
        if (value == null) {
            throw new IllegalArgumentException("No sale has the field " + template + ".");
        }
        if (factors.length == 2) {
            return Integer.toString(Integer.parseInt(value) * Integer.parseInt(factors[1]));
        }
        return value.isEmpty() ? blank : value;
    }
}
