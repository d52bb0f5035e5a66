package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.model.apps.App;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists whose links to next pages do not come to an end. */
class PagingBoundsTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    void farMoreElementsThanTheTotalEndTheList() {
        List<App> read = new ArrayList<>();
        answerPages(3, 400, 10, true);

        fails("the list has 1200 elements so far, more than 3 times its total of 10 and 1000", () -> read(read));
        assertThat(read).hasSize(1_200);
    }

    @Test
    void aTotalThatIsAbsentOrZeroBoundsNothing() {
        for (Integer total : new Integer[] {null, 0}) {
            List<App> read = new ArrayList<>();
            answerPages(3, 400, total, false);

            read(read);
            assertThat(read).hasSize(1_200);
        }
    }

    @Test
    void fivePagesInARowWithoutElementsEndTheList() {
        answerPages(5, 0, null, true);

        fails("5 pages in a row had no elements", () -> read(new ArrayList<>()));
    }

    @Test
    void maxPagesEndsTheList() {
        List<App> read = new ArrayList<>();
        answerPages(2, 1, null, true);
        AppStoreConnect asc =
                apple.builder().options(options -> options.maxPages(2)).build();

        fails(
                "the list has more than 2 pages; allow more with ClientOptions.Builder.maxPages",
                () -> asc.apps().list().forEach(read::add));
        assertThat(read).hasSize(2);
    }

    @Test
    void aLinkWithTheSameQueryInAnotherOrderIsALoop() {
        apple.answer(NextLinkTest.page("/v1/apps?cursor=2&limit=1", "1"));
        apple.answer(NextLinkTest.page("/v1/apps?limit=1&cursor=2", "2"));

        fails("leads back to a page seen before", () -> read(new ArrayList<>()));
    }

    /** The server receives the same request, whatever stands after the number sign. */
    @Test
    void aLinkThatDiffersInItsFragmentIsALoop() {
        apple.answer(NextLinkTest.page("/v1/apps?cursor=2#a", "1"));
        apple.answer(NextLinkTest.page("/v1/apps?cursor=2#b", "2"));

        fails("leads back to a page seen before", () -> read(new ArrayList<>()));
    }

    private void read(List<App> into) {
        apple.client().apps().list().forEach(into::add);
    }

    private static void fails(String problem, ThrowingCallable reading) {
        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(reading)
                .withMessageContaining(problem);
    }

    private void answerPages(int pages, int elements, @Nullable Integer total, boolean endless) {
        for (int page = 1; page <= pages; page++) {
            String data = IntStream.range(0, elements)
                    .mapToObj(id -> "{\"type\": \"apps\", \"id\": \"" + id + "\"}")
                    .collect(Collectors.joining(","));
            String links = endless || page < pages ? "{\"next\": \"/v1/apps?cursor=" + page + "\"}" : "{}";
            String meta = total == null ? "{}" : "{\"paging\": {\"total\": " + total + "}}";
            apple.answer("{\"data\": [" + data + "], \"links\": " + links + ", \"meta\": " + meta + "}");
        }
    }
}
