package io.github.ascjava.client.jsonapi;

import static io.github.ascjava.client.PlainJson.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.client.ApiServer;
import io.github.ascjava.client.error.InvalidResponseException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import okhttp3.mockwebserver.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The requirements on a whole document, and the messages if they are not met. */
class EnvelopeTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | the body is empty",
                "' ' | the body is empty",
                "[] | the body should be a JSON object, but is START_ARRAY",
                "\"x\" | the body should be a JSON object, but is VALUE_STRING",
                "null | the body should be a JSON object, but is VALUE_NULL",
                "{} | the member data is missing",
                "{\"errors\": []} | the member data is missing",
                "{\"data\": null} | the member data is null, but one resource was expected",
                "{\"data\": []} | a resource should be a JSON object, but is START_ARRAY",
                "{\"data\": \"x\"} | a resource should be a JSON object, but is VALUE_STRING",
                "{\"data\": {}} | a resource of type users has no id",
                "{\"data\": {\"id\": null}} | a resource of type users has no id",
                "{\"data\": {\"id\": true}} | a resource of type users has no id",
                "{\"data\": {\"id\": \"1\"}, \"data\": {\"id\": \"2\"}} | the document has the member data twice",
                "{\"data\": {\"id\": {\"id\": \"1\"}}} | a resource of type users has no id",
                "{\"data\": {\"id\": [\"1\"], \"attributes\": {\"id\": 1}}} | a resource of type users has no id",
                "{\"data\": {\"id\": \"1\"}} {} | there is content after the end of the JSON document"
            })
    void anInvalidResourceDocumentIsReported(String body, String problem) {
        apple.answer(body);

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(() -> apple.client().users().get("u1").execute())
                .withMessage("GET /v1/users/{id}: unusable response: " + problem + ".")
                .withCauseInstanceOf(InvalidDocumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\": {\"id\": \"1\"}} | the member data should be a list, but is START_OBJECT",
                "{\"data\": null} | the member data should be a list, but is VALUE_NULL",
                "{\"data\": \"x\"} | the member data should be a list, but is VALUE_STRING",
                "{\"links\": {}} | the member data is missing"
            })
    void anInvalidListDocumentIsReported(String body, String problem) {
        apple.answer(body);

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(() -> apple.client().apps().list().execute())
                .withMessage("GET /v1/apps: unusable response: " + problem + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\": {\"type\": \"apps\"}} | a resource identifier has no type or no id",
                "{\"data\": {\"id\": \"1\"}} | a resource identifier has no type or no id",
                "{\"data\": 7} | a resource should be a JSON object, but is VALUE_NUMBER_INT"
            })
    void anIdentifierNeedsTypeAndId(String body, String problem) {
        apple.answer(body);

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(() -> apple.client().builds().getAppId("b1").execute())
                .withMessageEndingWith("unusable response: " + problem + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><h2>Internal Server Error</h2></html>",
                "Could not process this request",
                "{\"data\": {\"id\": \"1\"",
                "{\"data\": {\"id\": \"1\", \"attributes\": {\"firstName\": \"A",
                "{\"data\": {\"id\": \"1\"}} trailing",
                "{\"data\": {\"id\": \"1\"}}}",
                "{\"data\": {\"id\": \"1\",}}",
                "{'data': {'id': '1'}}",
                "{\"data\": {\"id\": \"1\"}, \"x\": NaN}",
                "{\"data\": {\"id\": \"1\", \"relationships\": {\"a\": tru}}}"
            })
    void invalidJsonIsReported(String body) {
        apple.answer(body);

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(() -> apple.client().users().get("u1").execute())
                .withMessageStartingWith("GET /v1/users/{id}: unusable response: not JSON: ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html><form>Sign in</form></html> | the body should be empty, but is HTML or XML",
                "\ufeff<html></html> | the body should be empty, but is HTML or XML",
                "{\"data\": | not JSON: ",
                "{\"errors\": [{\"code\": \"X\"}]} | the body has errors, although the status is one of success."
            })
    void aSuccessWithoutContentMustNotReportSomethingElse(String body, String problem) {
        apple.answer(body);

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(() -> apple.client().users().delete("u1").execute())
                .withMessageStartingWith("DELETE /v1/users/{id}: unusable response: " + problem);
    }

    /** Such a body is not a broken connection, after which the caller would have to look whether anything was deleted. */
    @Test
    void aSuccessWithoutContentMustBeText() {
        Buffer utf32 = new Buffer().writeByte('{').write(new byte[11]).writeUtf8("\"%a\":");
        apple.answer(new MockResponse().setBody(utf32));

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(() -> apple.client().users().delete("u1").execute())
                .withMessage("DELETE /v1/users/{id}: unusable response: not JSON: its bytes are not text.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{}", "{\"data\": [], \"links\": {}}"})
    void aSuccessWithoutContentMayHaveHarmlessContent(String body) {
        apple.answer(body);

        apple.client().users().delete("u1").execute();
    }

    @Test
    void theMessageForHtmlIsOneSentence() {
        apple.answer("<html></html>");

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(() -> apple.client().users().get("u1").execute())
                .withMessage("GET /v1/users/{id}: unusable response: not JSON: Unexpected character ('<'"
                        + " (code 60)): expected a valid value (JSON String, Number, Array, Object or token"
                        + " 'null', 'true'"
                        + " or 'false').");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"attributes\": {\"text\": ", "\"relationships\": ", "\"x\": ", "\"attributes\": "})
    void aNestingBombIsRejected(String place) {
        String bomb = "{\"data\": {\"id\": \"1\", " + place + "[".repeat(100_000);
        apple.answer(bomb);

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(() -> apple.client().users().get("u1").execute())
                .withMessageContaining("nesting depth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"attributes\": {\"text\": %s}", "\"relationships\": {\"one\": %s}", "\"x\": %s"})
    void anOverlongNumberIsRejectedAtOnceAnywhere(String place) {
        apple.answer("{\"data\": {\"id\": \"1\", " + place.formatted("1".repeat(1001)) + "}}");

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(() -> apple.client().users().get("u1").execute())
                .withMessageContaining("Number value length");
    }

    @Test
    void deepButSaneNestingIsKept() throws IOException {
        String deep = "[".repeat(500) + "]".repeat(500);
        Sample sample = Documents.withAttributes(Sample.class, "\"new\": " + deep + ", \"json\": " + deep);

        assertThat(sample.unknownFields().attributes().get("new")).isEqualTo(plain(deep));
        assertThat(sample.json()).isEqualTo(plain(deep));
    }

    @Test
    void unknownMembersOfTheDocumentAreGoneOver() throws IOException {
        assertThat(Documents.one(Sample.class, """
                {"jsonapi": {"version": ["1.0"]}, "x": "y", "data": {"id": "1"}, "meta": 7, "links": "no links", "z": null}
                """).id()).isEqualTo("1");
    }

    @Test
    void invalidLinksAndPagingOfAListAreIgnored() throws IOException {
        Page<Sample> page = Documents.page(Sample.class, """
                {"data": [], "links": {"next": null}, "meta": {"paging": {"total": "1", "limit": null}}}
                """);

        assertThat(page.nextLink()).isNull();
        assertThat(page.hasNext()).isFalse();
        assertThat(page.total()).isNull();
        assertThat(page.limit()).isNull();
    }

    @Test
    void linksMayComeBeforeTheData() throws IOException {
        Page<Sample> page = Documents.page(Sample.class, """
                {"meta": {"paging": {"total": 2147483647, "limit": 1}}, "links": {"next": "/é"}, "data": [{"id": "1"}]}
                """);

        assertThat(page.nextLink()).isEqualTo("/é");
        assertThat(page.total()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void optionalDocumentsMayHaveNoResource() throws IOException {
        assertThat(Documents.optional(Sample.class, "{\"data\": null}")).isEmpty();
        assertThat(Documents.optional(Sample.class, "{\"data\": {\"id\": \"1\"}}"))
                .isPresent();
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> Documents.optional(Sample.class, "{}"))
                .withMessage("the member data is missing");
    }

    @Test
    void aByteOrderMarkIsGoneOver() throws IOException {
        Sample sample = Documents.one(Sample.class, "\ufeff" + """
                {"data": {"id": "1", "attributes": {"new": {"ä": 1}},
                 "relationships": {"one": {"data": {"type": "others", "id": "a"}}}},
                 "included": [{"type": "others", "id": "a", "attributes": {"name": "Anna"}}]}
                """);

        assertThat(sample.unknownFields().attributes().get("new")).isEqualTo(plain("{\"ä\": 1}"));
        assertThat(sample.one().included().orElseThrow().name()).isEqualTo("Anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void otherEncodingsAreRejected(String charset) {
        byte[] body = "{\"data\": {\"id\": \"1\", \"attributes\": {\"new\": 1}}}".getBytes(Charset.forName(charset));
        apple.answer(new MockResponse().setBody(new Buffer().write(body)));

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(() -> apple.client().users().get("u1").execute())
                .withMessage("GET /v1/users/{id}: unusable response: the body is not in UTF-8.");
    }

    @Test
    void invalidUtf8IsRejectedAnywhere() {
        for (String place : new String[] {"attributes\": {\"username", "relationships\": {\"x", "new"}) {
            byte[] body = ("{\"data\": {\"id\": \"1\", \"" + place + "\": \"\u00e9\"}}}")
                    .getBytes(StandardCharsets.ISO_8859_1);
            apple.answer(new MockResponse().setBody(new Buffer().write(body)));

            assertThatExceptionOfType(InvalidResponseException.class)
                    .isThrownBy(() -> apple.client().users().get("u1").execute())
                    .withMessageContaining("Invalid UTF-8");
        }
    }
}
