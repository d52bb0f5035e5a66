package io.github.ascjava.client.jsonapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.client.FuzzCost;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Whatever the body of a response without content holds, markup and errors in UTF-8 are not taken for success. */
class NoContentFuzzTest {

    private static final int LONGEST_BLANK = 256;

    private final ObjectMapper mapper = new ObjectMapper();

    @FuzzTest
    void body(byte[] received) throws IOException {
        IOException refusal = FuzzCost.bounded(received.length, () -> refusal(received));
        // Halves of characters are accepted in every response.
        byte[] body = LoneSurrogates.replace(new Buffer().write(received)).toByteArray();

        String text = start(body);
        if (refusal == null) {
            assertThat(text).doesNotStartWith("<");
            assertThat(hasErrors(body)).as("errors in the outermost object").isFalse();
        } else if (refusal instanceof InvalidDocumentException) {
            assertThat(refusal.getMessage()).startsWith("the body ").doesNotContainPattern("\\p{Cc}");
            assertThat(text.startsWith("<") || hasErrors(body)).isTrue();
        } else {
            assertThat(refusal).isInstanceOfAny(JsonProcessingException.class, CharConversionException.class);
            assertThat(text).startsWith("{");
        }
    }

    private static @Nullable IOException refusal(byte[] body) {
        try {
            NoContent.read(ResponseBody.create(ByteString.of(body), null));
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    /** A body in another encoding, or with very many blanks before its first character, is not parsed. */
    private static boolean isObject(byte[] body) {
        return start(body).startsWith("{");
    }

    private static String start(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, LONGEST_BLANK), StandardCharsets.UTF_8);
        return (text.startsWith("\ufeff") ? text.substring(1) : text).stripLeading();
    }

    /** Looks with a parser only as far as the JSON is sound. */
    private boolean hasErrors(byte[] body) {
        boolean found = false;
        try (JsonParser parser = mapper.createParser(body)) {
            if (isObject(body) && parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() != null && !parser.getParsingContext().inRoot()) {
                    boolean isOutermost = parser.getParsingContext().getParent() != null
                            && parser.getParsingContext().getParent().inRoot();
                    found |= isOutermost
                            && parser.currentToken() == JsonToken.FIELD_NAME
                            && parser.currentName().equals("errors");
                }
            }
        } catch (IOException e) {
            return found;
        }
        return found;
    }
}
