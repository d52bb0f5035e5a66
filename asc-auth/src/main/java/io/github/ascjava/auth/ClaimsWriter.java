package io.github.ascjava.auth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.jsonwebtoken.io.AbstractSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * Writes the header and the claims of a token.
 *
 * <p>JJWT would otherwise look for its own JSON library at run time. The modules it has for that bring a second JSON
 * library or triple the time to the first token; the streaming core that reads key files writes these few values too.
 */
final class ClaimsWriter extends AbstractSerializer<Map<String, ?>> {

    private final JsonFactory json = new JsonFactory();

    @Override
    protected void doSerialize(Map<String, ?> claims, OutputStream out) throws IOException {
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartObject();
            for (Map.Entry<String, ?> claim : claims.entrySet()) {
                generator.writeFieldName(claim.getKey());
                write(generator, claim.getValue());
            }
            generator.writeEndObject();
        }
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof Number number) {
            generator.writeNumber(number.longValue());
        } else if (value instanceof Iterable<?> values) {
            generator.writeStartArray();
            for (Object each : values) {
                write(generator, each);
            }
            generator.writeEndArray();
        } else {
            generator.writeString(value.toString());
        }
    }
}
