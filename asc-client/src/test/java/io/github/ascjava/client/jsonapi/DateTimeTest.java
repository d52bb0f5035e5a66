package io.github.ascjava.client.jsonapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The date-time formats that the live service is known to send. */
class DateTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2020-02-12T13:17:50.000+0000, 2020-02-12T13:17:50Z",
        "2019-11-29T13:56:50.220+0000, 2019-11-29T13:56:50.220Z",
        "2022-09-07T10:42:15-0700, 2022-09-07T10:42:15-07:00",
        "2022-09-07T10:42:15-07:00, 2022-09-07T10:42:15-07:00",
        "2022-09-07T10:42:15.5-07:00, 2022-09-07T10:42:15.5-07:00",
        "2022-09-07T10:42:15+05:30, 2022-09-07T10:42:15+05:30",
        "2022-09-07T10:42:15-07, 2022-09-07T10:42:15-07:00",
        "2022-09-07T10:42:15Z, 2022-09-07T10:42:15Z",
        "2022-09-07T10:42:15.1Z, 2022-09-07T10:42:15.1Z",
        "2022-09-07T10:42:15.12Z, 2022-09-07T10:42:15.12Z",
        "2022-09-07T10:42:15.123Z, 2022-09-07T10:42:15.123Z",
        "2022-09-07T10:42:15.1234Z, 2022-09-07T10:42:15.1234Z",
        "2022-09-07T10:42:15.12345Z, 2022-09-07T10:42:15.12345Z",
        "2022-09-07T10:42:15.123456Z, 2022-09-07T10:42:15.123456Z",
        "2022-09-07T10:42:15.1234567Z, 2022-09-07T10:42:15.1234567Z",
        "2022-09-07T10:42:15.12345678Z, 2022-09-07T10:42:15.12345678Z",
        "2022-09-07T10:42:15.123456789Z, 2022-09-07T10:42:15.123456789Z"
    })
    void allFormsAreRead(String sent, OffsetDateTime expected) throws IOException {
        Sample sample = Documents.withAttributes(Sample.class, "\"dateTime\": \"" + sent + "\"");

        // The offset counts, too: it is the time zone that a user saw on a screen.
        assertThat(sample.dateTime()).hasToString(expected.toString());
        assertThat(sample.unknownFields().isEmpty()).isTrue();
    }
}
