package io.github.ascjava.testing.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.internal.catalog.Shape;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private static final Shape.ObjectOf POINT = new Shape.ObjectOf(List.of(
            new Shape.Member("x", new Shape.Whole(0, 5), true, false),
            new Shape.Member("note", new Shape.Text(null), false, true)));

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "5, true",
        "-1, false",
        "6, false",
        "1.5, false",
        "'\"1\"', false",
        "99999999999999999999, false"
    })
    void wholeNumbersStayWithinTheirLimits(String json, boolean fits) {
        assertThat(Values.fits(Bench.json(json), new Shape.Whole(0, 5))).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-02-12T13:17:50.000+0000",
                "2022-09-07T10:42:15-07:00",
                "2026-09-07T10:42:15Z",
                "2026-09-07T10:42:15.123456789Z"
            })
    void momentsHaveAllOfApplesForms(String text) {
        assertThat(Values.dateTime(text)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "date-time, 2026-09-07",
        "date, 2026-9-7",
        "uri, example.com",
        "uri, not so",
        "email, someone",
        "number, one",
        "duration, 3 days",
        "duration, P"
    })
    void textsHaveTheirFormat(String format, String text) {
        assertThat(Values.fits(Bench.json("'" + text + "'"), new Shape.Text(format)))
                .isFalse();
        assertThat(Values.fits(Bench.json("'" + text + "'"), new Shape.Text(null)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"date, 2026-09-07", "uri, https://example.com", "email, a@b.c", "number, 0.99", "duration, P1DT2H"})
    void textsOfTheirFormatFit(String format, String text) {
        assertThat(Values.fits(Bench.json("'" + text + "'"), new Shape.Text(format)))
                .isTrue();
    }

    @Test
    void problemsNameTheirPlace() {
        Shape points = new Shape.ListOf(POINT);

        assertThat(Values.problem("points", Bench.json("[{'x':1,'note':null}]"), points))
                .isNull();
        assertThat(problem("[{'x':1},{'x':9}]").path()).isEqualTo("points/1/x");
        assertThat(problem("[{'x':null}]").path()).isEqualTo("points/0/x");
        assertThat(problem("[{'note':'n'}]")).extracting("path", "missing").containsExactly("points/0/x", true);
        assertThat(problem("[{'x':1,'y':2}]")).extracting("path", "unknown").containsExactly("points/0/y", true);
        assertThat(problem("{'x':1}")).extracting("path", "expected").containsExactly("points", "an ARRAY");
    }

    @Test
    void objectsOfAnyMembersAreComparedMemberByMember() {
        Shape flags = new Shape.MapOf(new Shape.Flag());

        assertThat(Values.fits(Bench.json("{'a':true,'b':false}"), flags)).isTrue();
        assertThat(Objects.requireNonNull(Values.problem("flags", Bench.json("{'a':true,'b':1}"), flags))
                        .path())
                .isEqualTo("flags/b");
    }

    private static Values.Problem problem(String json) {
        return Objects.requireNonNull(Values.problem("points", Bench.json(json), new Shape.ListOf(POINT)));
    }
}
