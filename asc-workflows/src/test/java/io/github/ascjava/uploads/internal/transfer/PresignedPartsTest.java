package io.github.ascjava.uploads.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PresignedPartsTest {

    private static final String URL = "https://store.apple.com/a?Signature=secret";

    @Test
    void partsMayComeInAnyOrder() {
        PresignedParts parts = PresignedParts.of(List.of(part(3, 20, 5), part(1, 0, 10), part(2, 10, 10)), 25);

        assertThat(parts.parts()).extracting(Part::number).containsExactly(1, 2, 3);
    }

    @Test
    void anEmptyFileHasAnEmptyPartOrNone() {
        assertThat(PresignedParts.of(List.of(part(1, 0, 0)), 0).parts()).hasSize(1);
        assertThat(PresignedParts.of(List.of(), 0).parts()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void whatIsNotTheWholeFileIsRejected(List<PresignedPart> parts, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PresignedParts.of(parts, 25))
                .withMessage("The parts that the service wants are not usable: " + problem + ".");
    }

    static Stream<Arguments> whatIsNotTheWholeFileIsRejected() {
        return Stream.of(
                rejected(
                        "part 2 starts at byte 9 and overlaps another one, which ends at 10",
                        part(1, 0, 10),
                        part(2, 9, 16)),
                rejected(
                        "part 2 starts at byte 0 and overlaps another one, which ends at 10",
                        part(1, 0, 10),
                        part(2, 0, 25)),
                rejected("no part has the bytes from 10 to 11", part(1, 0, 10), part(2, 11, 14)),
                rejected("no part has the bytes from 0 to 5", part(1, 5, 20)),
                rejected("the parts end at byte 24, but the file has 25 bytes", part(1, 0, 24)),
                rejected("the parts end at byte 26, but the file has 25 bytes", part(1, 0, 26)),
                rejected("the parts end at byte 0, but the file has 25 bytes"),
                rejected("part 2 is empty", part(1, 0, 10), part(2, 10, 0), part(3, 10, 15)),
                rejected("two parts have the number 1", part(1, 0, 10), part(1, 10, 15)),
                rejected(
                        "part 1 has the method POST; only PUT is known",
                        new PresignedPart(new Part(1, 0, 25), "POST", URL, Headers.of())),
                rejected(
                        "part 1 has 25 bytes, but its header Content-Length is 26",
                        new PresignedPart(new Part(1, 0, 25), "PUT", URL, Headers.of("content-length", "26"))),
                rejected(
                        "part 1 cannot be sent: its URL at store.apple.com is http, which would send the file unencrypted;"
                                + " https is needed for other machines",
                        new PresignedPart(new Part(1, 0, 25), "PUT", "http://store.apple.com/a", Headers.of())));
    }

    @Test
    void negativeRangesAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Part(1, -1, 10))
                .withMessageContaining("offset -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Part(1, 0, -1))
                .withMessageContaining("length -1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Part(1, Long.MAX_VALUE, 1));
    }

    @Test
    void theUrlIsNotInTheText() {
        assertThat(part(1, 0, 25).toString()).doesNotContain("secret").contains("number=1");
    }

    private static Arguments rejected(String problem, PresignedPart... parts) {
        return Arguments.of(Arrays.asList(parts), problem);
    }

    private static PresignedPart part(int number, long offset, long length) {
        return new PresignedPart(new Part(number, offset, length), "PUT", URL, Headers.of());
    }
}
