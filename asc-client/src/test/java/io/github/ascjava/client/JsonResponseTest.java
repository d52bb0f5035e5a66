package io.github.ascjava.client;

import static io.github.ascjava.client.PlainJson.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.model.apps.AppsBetaTesterUsagesMetric;
import io.github.ascjava.client.model.builds.XcodeMetrics;
import okhttp3.mockwebserver.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that are JSON but not resources. */
class JsonResponseTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    void wholeResponsesAreReadAndUnknownMembersKept() {
        apple.answer("{\"version\": \"1\", \"new\": [1], \"productData\": [{\"platform\": \"iOS\", \"more\": 2}]}");

        XcodeMetrics metrics =
                apple.client().builds().listPerfPowerMetrics("b1").execute();

        assertThat(metrics.version()).isEqualTo("1");
        assertThat(metrics.productData())
                .singleElement()
                .satisfies(data -> assertThat(data.platform()).isEqualTo("iOS"));
        assertThat(metrics.unknownFields().attributes())
                .isEqualTo(plain("{\"new\": [1], \"productData\": [{\"platform\": \"iOS\", \"more\": 2}]}"));
    }

    @Test
    void aMemberOfAnUnexpectedShapeIsKeptAndFailsNothing() {
        apple.answer("{\"version\": {\"major\": 1}, \"productData\": \"none\", \"insights\": {}}");

        XcodeMetrics metrics =
                apple.client().builds().listPerfPowerMetrics("b1").execute();

        assertThat(metrics.version()).isNull();
        assertThat(metrics.productData()).isNull();
        assertThat(metrics.insights()).isNotNull();
        assertThat(metrics.unknownFields().attributes())
                .isEqualTo(plain("{\"version\": {\"major\": 1}, \"productData\": \"none\"}"));
        assertThat(metrics.unknownFields().json())
                .isEqualTo("{\"version\": {\"major\": 1}, \"productData\": \"none\", \"insights\": {}}");
    }

    @Test
    void thePointsOfMetricsComeInPagesAndKeepWhatIsUnknown() {
        apple.answer("""
                {"data": [{"dataPoints": [{"start": "2026-01-01T00:00:00Z", "values": {"crashCount": 3, "new": 4}}]},
                          {"dataPoints": [], "later": true}],
                 "links": {"self": "/"}, "meta": {"paging": {"total": 2, "limit": 50}}}
                """);

        Page<AppsBetaTesterUsagesMetric> page =
                apple.client().apps().listBetaTesterUsages("a1").execute();

        assertThat(page.total()).isEqualTo(2);
        assertThat(page.data().get(0).dataPoints())
                .singleElement()
                .satisfies(point ->
                        assertThat(point.values()).extracting("crashCount").isEqualTo(3L));
        assertThat(page.data().get(0).unknownFields().attributes()).containsOnlyKeys("dataPoints");
        assertThat(page.data().get(1).unknownFields().attributes()).hasToString("{later=true}");
    }

    @Test
    void aResponseWithTrailingContentIsInvalid() {
        apple.answer("{\"version\": \"1\"} {}");

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(
                        () -> apple.client().builds().listPerfPowerMetrics("b1").execute());
    }

    @Test
    void aResponseThatIsNotAnObjectIsInvalid() {
        apple.answer("[]");

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(
                        () -> apple.client().builds().listPerfPowerMetrics("b1").execute())
                .withMessageContaining("a JSON object was expected, but this is START_ARRAY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"version\": \"1\"}", "{\uffff"})
    void aResponseThatIsNotInUtf8IsInvalid(String text) {
        Buffer body = new Buffer();
        // UTF-32; U+FFFF stands for a number that is not a character.
        text.chars().forEach(c -> body.writeInt(c == 0xffff ? Integer.MAX_VALUE : c));
        apple.answer(new MockResponse().setBody(body));

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(
                        () -> apple.client().builds().listPerfPowerMetrics("b1").execute())
                .withMessageContaining("the body is not in UTF-8");
    }
}
