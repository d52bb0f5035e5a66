package io.github.ascjava.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How rows are printed: for people, or for programs. */
public final class OutputOptions {

    @ArgGroup
    private final Format format = new Format();

    /** The formats, of which one can be chosen. */
    static final class Format {

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Option(
                names = "--csv",
                arity = "0..1",
                preprocessor = AttachedValue.class,
                paramLabel = "raw",
                description =
                        "Print CSV that spreadsheets can open: text that they would take for a formula gets a ' in"
                                + " front. --csv=raw prints all text as received.")
        private @Nullable CsvForm csv;
    }

    /** Takes {@code raw} from {@code --csv=raw} only, so that a file name may follow {@code --csv}. */
    static final class AttachedValue implements IParameterPreprocessor {

        @Override
        public boolean preprocess(
                Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
            String value = "=".equals(info.get("separator")) ? arguments.pop() : CsvForm.SAFE.name();
            arguments.push(value.toUpperCase(Locale.ROOT));
            return false;
        }
    }

    /** What becomes of text that a spreadsheet or a terminal would act on. */
    enum CsvForm {
        SAFE,
        RAW
    }

    /** Prints all rows in the chosen format. */
    public void print(Rows rows, Terminal terminal) {
        try {
            if (format.json) {
                terminal.block(
                        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json(rows)));
            } else if (format.csv != null) {
                terminal.out().print(new Csv(rows, format.csv).text());
            } else {
                new Table(rows).print(terminal);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can always be written.", e);
        }
        terminal.out().flush();
    }

    /** Returns whether people read it, so that explanations and totals are welcome. */
    public boolean isForPeople() {
        return !format.json && format.csv == null;
    }

    private static ArrayNode json(Rows rows) {
        ObjectMapper mapper = new ObjectMapper();
        ArrayNode array = mapper.createArrayNode();
        for (List<@Nullable Object> cells : rows.cells()) {
            ObjectNode object = array.addObject();
            for (int i = 0; i < cells.size(); i++) {
                Object value = cells.get(i);
                boolean plain = value == null
                        || value instanceof Number
                        || value instanceof Boolean
                        || value instanceof Collection<?>;
                object.set(rows.key(i), mapper.valueToTree(plain ? value : value.toString()));
            }
        }
        return array;
    }
}
