package io.github.ascjava.release.internal.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Texts as JSON: an object with an object for each locale, whose members are texts or null. */
public final class JsonTexts {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonTexts() {}

    /** Reads texts. Values are never quoted in problems. */
    public static void read(String json, TextSink sink) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                sink.problem("This is not a JSON object with an object for each locale.", 1);
                return;
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String locale = parser.currentName();
                int line = line(parser);
                if (parser.nextToken() == JsonToken.START_OBJECT) {
                    sink.locale(locale, line);
                    readLocale(locale, parser, sink);
                } else {
                    sink.problem(locale + " is not an object with texts.", line);
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                sink.problem("Something follows the JSON object.", line(parser));
            }
        } catch (JsonProcessingException e) {
            // Jackson's message quotes the text.
            sink.problem(
                    "This is not JSON from this line on.",
                    Math.max(1, e.getLocation().getLineNr()));
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can be read.", e);
        }
    }

    private static void readLocale(String locale, JsonParser parser, TextSink sink) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = line(parser);
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_STRING) {
                sink.value(locale, key, parser.getText(), line);
            } else if (token == JsonToken.VALUE_NULL) {
                sink.value(locale, key, null, line);
            } else {
                sink.problem(key + " of " + locale + " is not a text. Put it in quotes.", line);
                parser.skipChildren();
            }
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    /** Returns texts as JSON that {@link #read} reads; the same texts give the same bytes. */
    static String write(Map<String, Map<TextField, TextValue>> texts) {
        StringWriter out = new StringWriter();
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(lines);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.setPrettyPrinter(printer);
            json.writeStartObject();
            for (Map.Entry<String, Map<TextField, TextValue>> locale : texts.entrySet()) {
                json.writeObjectFieldStart(locale.getKey());
                for (Map.Entry<TextField, TextValue> text : locale.getValue().entrySet()) {
                    String value = text.getValue().value();
                    json.writeFieldName(text.getKey().key());
                    if (value == null) {
                        json.writeNull();
                    } else {
                        json.writeString(value);
                    }
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can be written.", e);
        }
        return out + "\n";
    }
}
