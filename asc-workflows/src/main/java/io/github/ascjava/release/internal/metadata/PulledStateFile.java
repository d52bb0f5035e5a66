package io.github.ascjava.release.internal.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.ascjava.release.internal.metadata.SmallTextFile.UnreadableException;
import io.github.ascjava.workflows.internal.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The file of a state: JSON with a line for each text, so that a version control system can merge it.
 *
 * <p>It holds hashes of texts that are published, and nothing secret.
 */
public final class PulledStateFile {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int MAX_BYTES = 1 << 20;
    private static final String FORMAT = "1";

    private PulledStateFile() {}

    /**
     * Reads a state; nothing if there is no file.
     *
     * @throws IOException if the file is not a state; the message is a sentence with the next step
     */
    public static Optional<PulledState> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (JsonParser parser = FACTORY.createParser(SmallTextFile.read(file, MAX_BYTES))) {
            return Optional.of(state(parser));
        } catch (UnreadableException | JsonProcessingException e) {
            throw new IOException(
                    file
                            + " is damaged, perhaps by a merge. Restore it from version control, or delete it and pull again.",
                    e);
        }
    }

    private static PulledState state(JsonParser parser) throws IOException {
        Map<String, String> head = new TreeMap<>();
        Map<String, Map<TextField, String>> hashes = new TreeMap<>();
        require(parser, parser.nextToken() == JsonToken.START_OBJECT);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("texts")) {
                require(parser, value == JsonToken.START_OBJECT);
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String locale = parser.currentName();
                    require(parser, parser.nextToken() == JsonToken.START_OBJECT);
                    hashes.put(locale, texts(parser));
                }
            } else {
                require(parser, value == JsonToken.VALUE_STRING);
                head.put(name, parser.getText());
            }
        }
        require(parser, FORMAT.equals(head.get("format")));
        String app = head.get("app");
        String platform = head.get("platform");
        String version = head.get("version");
        if (app == null || platform == null || version == null) {
            throw new JsonParseException(parser, "A member is missing.");
        }
        return new PulledState(app, platform, version, hashes);
    }

    /** Fields that this version does not know are left out. */
    private static Map<TextField, String> texts(JsonParser parser) throws IOException {
        Map<TextField, String> texts = new EnumMap<>(TextField.class);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Optional<TextField> field = TextField.ofKey(parser.currentName());
            require(parser, parser.nextToken() == JsonToken.VALUE_STRING);
            String hash = parser.getText();
            field.ifPresent(known -> texts.put(known, hash));
        }
        return texts;
    }

    private static void require(JsonParser parser, boolean condition) throws IOException {
        if (!condition) {
            throw new JsonParseException(parser, "This is not a state.");
        }
    }

    /** Writes a state, in place of an earlier one. */
    public static void write(Path file, PulledState state) {
        AtomicFile.write(file, out -> write(out, state));
    }

    private static void write(OutputStream out, PulledState state) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.setPrettyPrinter(printer);
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("app", state.appId());
            json.writeStringField("platform", state.platform());
            json.writeStringField("version", state.versionId());
            json.writeObjectFieldStart("texts");
            for (Map.Entry<String, Map<TextField, String>> locale :
                    state.hashes().entrySet()) {
                json.writeObjectFieldStart(locale.getKey());
                for (Map.Entry<TextField, String> text : locale.getValue().entrySet()) {
                    json.writeStringField(text.getKey().key(), text.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
