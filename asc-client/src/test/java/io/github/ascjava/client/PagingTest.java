package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.ServerException;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.model.apps.App;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    void aLoopWalksOverTheResourcesOfAllPages() {
        threePages();

        List<String> ids = new ArrayList<>();
        for (App app : apple.client().apps().list()) {
            ids.add(app.id());
        }
        assertThat(ids).containsExactly("1", "2", "3", "4", "5");
        assertThat(apple.requests()).isEqualTo(3);
    }

    @Test
    void aStreamAndAListHaveTheResourcesOfAllPagesToo() {
        threePages();
        threePages();
        PagedCall<App> call = apple.client().apps().list();

        assertThat(call.stream().map(App::id)).containsExactly("1", "2", "3", "4", "5");
        assertThat(call.toList()).extracting(App::id).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void executeGetsTheFirstPageOnly() {
        threePages();

        assertThat(apple.client().apps().list().execute().data())
                .extracting(App::id)
                .containsExactly("1", "2");
        assertThat(apple.requests()).isEqualTo(1);
    }

    @Test
    void pagesAreHandedOutOneByOne() {
        threePages();

        List<Integer> sizes = new ArrayList<>();
        for (Page<App> page : apple.client().apps().list().pages()) {
            sizes.add(page.data().size());
        }
        assertThat(sizes).containsExactly(2, 2, 1);
    }

    @Test
    void aPageIsRequestedWhenItsFirstResourceIsNeeded() {
        threePages();
        Iterator<App> apps = apple.client().apps().list().iterator();

        assertThat(apple.requests()).isZero();
        assertThat(apps.next().id()).isEqualTo("1");
        assertThat(apple.requests()).isEqualTo(1);
        assertThat(apps.next().id()).isEqualTo("2");
        assertThat(apple.requests()).isEqualTo(1);
        assertThat(apps.next().id()).isEqualTo("3");
        assertThat(apple.requests()).isEqualTo(2);
    }

    @Test
    void whetherAnotherPageFollowsCostsNoRequest() {
        threePages();
        Iterator<Page<App>> pages = apple.client().apps().list().pages().iterator();

        assertThat(pages.hasNext()).isTrue();
        assertThat(apple.requests()).isZero();
        pages.next();
        pages.next();
        assertThat(pages.hasNext()).isTrue();
        assertThat(apple.requests()).isEqualTo(2);
        pages.next();
        assertThat(pages.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(pages::next);
        assertThat(apple.requests()).isEqualTo(3);
    }

    @Test
    void aLimitedStreamRequestsOnlyThePagesItNeeds() {
        threePages();
        PagedCall<App> call = apple.client().apps().list();

        assertThat(call.stream().limit(2).toList()).hasSize(2);
        assertThat(apple.requests()).isEqualTo(1);
    }

    @Test
    void aSearchStopsAtThePageWithTheResource() {
        threePages();

        Optional<App> found = apple.client().apps().list().stream()
                .filter(app -> app.id().equals("3"))
                .findFirst();
        assertThat(found).isPresent();
        assertThat(apple.requests()).isEqualTo(2);
    }

    @Test
    void emptyPagesAreWalkedOver() {
        apple.answer(page("/v1/apps?cursor=2"));
        apple.answer(page("/v1/apps?cursor=3", "1"));
        apple.answer(page("/v1/apps?cursor=4"));
        apple.answer(page("/v1/apps?cursor=5"));
        apple.answer(page(null, "2"));

        assertThat(apple.client().apps().list().toList()).extracting(App::id).containsExactly("1", "2");
    }

    @Test
    void aListWithoutResourcesHasOnePage() {
        apple.answer(page(null));
        apple.answer(page(null));
        PagedCall<App> call = apple.client().apps().list();

        assertThat(call.iterator()).isExhausted();
        assertThat(call.pages()).hasSize(1);
    }

    @Test
    void everyIteratorStartsWithANewRequest() {
        threePages();
        threePages();
        PagedCall<App> call = apple.client().apps().list();

        assertThat(call).hasSize(5);
        assertThat(call).hasSize(5);
        assertThat(Stream.generate(apple::line).limit(6))
                .containsExactly(
                        "GET /v1/apps",
                        "GET /v1/apps?cursor=2",
                        "GET /v1/apps?cursor=3",
                        "GET /v1/apps",
                        "GET /v1/apps?cursor=2",
                        "GET /v1/apps?cursor=3");
    }

    @Test
    void pagesCanBeWalkedByHand() {
        threePages();
        PagedCall<App> first = apple.client().apps().list();
        Page<App> firstPage = first.execute();
        PagedCall<App> second = first.nextPage(firstPage).orElseThrow();
        Page<App> secondPage = second.execute();
        PagedCall<App> third = second.nextPage(secondPage).orElseThrow();
        Page<App> thirdPage = third.execute();

        assertThat(thirdPage.data()).extracting(App::id).containsExactly("5");
        assertThat(third.nextPage(thirdPage)).isEmpty();
        assertThat(apple.requests()).isEqualTo(3);
    }

    @Test
    void theFirstCallAlsoLeadsOnFromLaterPages() {
        threePages();
        PagedCall<App> call = apple.client().apps().list();
        Page<App> second = call.nextPage(call.execute()).orElseThrow().execute();

        assertThat(call.nextPage(second).orElseThrow().execute().data())
                .extracting(App::id)
                .containsExactly("5");
    }

    @Test
    void anErrorInTheMiddleIsThrownWhereItIsReached() {
        apple.answer(page("/v1/apps?cursor=2", "1", "2"));
        apple.answer(500, "");
        apple.answer(page(null, "3"));
        Iterator<App> apps = apple.client().apps().list().iterator();

        assertThat(apps.next().id()).isEqualTo("1");
        assertThat(apps.next().id()).isEqualTo("2");
        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(apps::hasNext)
                .satisfies(e -> assertThat(e.operation()).isEqualTo("GET /v1/apps"));
    }

    @Test
    void aFailedPageCanBeRequestedAgain() {
        apple.answer(page("/v1/apps?cursor=2", "1"));
        apple.answer(503, "");
        apple.answer(page(null, "2"));
        Iterator<Page<App>> pages = apple.client().apps().list().pages().iterator();
        pages.next();

        assertThatExceptionOfType(ServerException.class).isThrownBy(pages::next);
        assertThat(pages.next().data()).extracting(App::id).containsExactly("2");
        assertThat(pages.hasNext()).isFalse();
    }

    /** Problems that asc-auth and the retries solve within the call do not affect the iteration. */
    @ParameterizedTest
    @ValueSource(ints = {401, 408, 429, 500, 502, 503, 504})
    void aFaultInTheMiddleThatPassesIsNotNoticed(int status) {
        apple.answer(page("/v1/apps?cursor=2", "1"));
        apple.answer(status, "");
        apple.answer(page("/v1/apps?cursor=3", "2"));
        apple.answer(page(null, "3"));
        AppStoreConnect asc =
                apple.builder().options(o -> o.sleeper(new FakeClock())).build();

        assertThat(asc.apps().list().toList()).extracting(App::id).containsExactly("1", "2", "3");
        assertThat(Stream.generate(apple::line).limit(4))
                .containsExactly(
                        "GET /v1/apps", "GET /v1/apps?cursor=2", "GET /v1/apps?cursor=2", "GET /v1/apps?cursor=3");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500})
    void aFaultInTheMiddleThatStaysIsThrownAndTheWalkGoesOnFromThere(int status) {
        apple.answer(page("/v1/apps?cursor=2", "1"));
        apple.answer(status, "");
        if (status == 401) {
            apple.answer(status, "");
        }
        apple.answer(page("/v1/apps?cursor=3", "2"));
        apple.answer(page(null, "3"));
        Iterator<App> apps = apple.client().apps().list().iterator();
        apps.next();

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(apps::next)
                .satisfies(e -> assertThat(e.status()).isEqualTo(status));
        assertThat(apps.next().id()).isEqualTo("2");
        assertThat(apps.next().id()).isEqualTo("3");
        assertThat(apps).isExhausted();
    }

    @Test
    void aTimeoutIsForOnePage() {
        FakeClock time = new FakeClock();
        for (int i = 1; i <= 10; i++) {
            apple.answer(ApiServer.json(503, "").setHeader("Retry-After", "50"));
            apple.answer(page(i == 10 ? null : "/v1/apps?cursor=" + (i + 1), "" + i));
        }
        AppStoreConnect asc =
                apple.builder().options(o -> o.clock(time).sleeper(time)).build();

        assertThat(asc.apps().list().withTimeout(Duration.ofMinutes(1)).toList())
                .hasSize(10);
    }

    /** Apple rejects the last link of some lists (docs/live-service.md#last-next-link-may-be-invalid). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"detail\": \"'AgE' is not a valid cursor for this request\"",
                "\"source\": {\"parameter\": \"cursor\"}"
            })
    void anInvalidCursorAfterTheLastResourceIsTheEnd(String about) {
        String error = "{\"errors\": [{\"code\": \"PARAMETER_ERROR.INVALID\", " + about + "}]}";
        for (int i = 0; i < 3; i++) {
            apple.answer(page("/v1/apps?cursor=2", "1"));
            apple.answer(page("/v1/apps?cursor=3", "2"));
            apple.answer(400, error);
        }
        PagedCall<App> call = apple.client().apps().list();

        assertThat(call.toList()).extracting(App::id).containsExactly("1", "2");
        assertThat(call.withPrefetch().toList()).extracting(App::id).containsExactly("1", "2");
        PagedCall<App> second = call.nextPage(call.execute()).orElseThrow();
        PagedCall<App> third = second.nextPage(second.execute()).orElseThrow();
        Page<App> end = third.execute();
        assertThat(end.data()).isEmpty();
        assertThat(end.hasNext()).isFalse();
    }

    @Test
    void allThatAListPromisedIsAllOfItsPages() {
        String total = ", \"meta\": {\"paging\": {\"total\": 3, \"limit\": 1}}}";
        apple.answer(page("/v1/apps?cursor=2", "1").replaceAll("}$", total));
        apple.answer(page("/v1/apps?cursor=3", "2").replaceAll("}$", total));
        apple.answer(page("/v1/apps?cursor=4", "3").replaceAll("}$", total));
        apple.answer(
                400,
                "{\"errors\": [{\"code\": \"PARAMETER_ERROR.INVALID\", \"source\": {\"parameter\": \"cursor\"}}]}");

        assertThat(apple.client().apps().list().toList()).extracting(App::id).containsExactly("1", "2", "3");
    }

    @Test
    void invalidElementsCountTowardsTheTotal() {
        String total = ", \"meta\": {\"paging\": {\"total\": 3, \"limit\": 2}}}";
        apple.answer(page("/v1/apps?cursor=2", "1")
                .replace("\"data\": [", "\"data\": [7, ")
                .replaceAll("}$", total));
        apple.answer(page("/v1/apps?cursor=3", "2").replaceAll("}$", total));
        apple.answer(
                400,
                "{\"errors\": [{\"code\": \"PARAMETER_ERROR.INVALID\", \"source\": {\"parameter\": \"cursor\"}}]}");

        assertThat(apple.client().apps().list().toList()).extracting(App::id).containsExactly("1", "2");
    }

    /** Otherwise the list would be truncated silently. */
    @Test
    void anInvalidCursorBeforeTheLastResourceIsAnError() {
        String error =
                "{\"errors\": [{\"code\": \"PARAMETER_ERROR.INVALID\", \"source\": {\"parameter\": \"cursor\"}}]}";
        String total = ", \"meta\": {\"paging\": {\"total\": 3, \"limit\": 1}}}";
        apple.answer(page("/v1/apps?cursor=2", "1").replaceAll("}$", total));
        apple.answer(page("/v1/apps?cursor=3", "2").replaceAll("}$", total));
        apple.answer(400, error);
        apple.answer(page(null, "3"));
        Iterator<App> apps = apple.client().apps().list().iterator();
        apps.next();
        apps.next();

        assertThatExceptionOfType(ApiException.class).isThrownBy(apps::next);
        assertThat(apps.next().id()).isEqualTo("3");
    }

    @Test
    void anInvalidCursorOfTheCallerIsAnError() {
        apple.answer(
                400,
                "{\"errors\": [{\"code\": \"PARAMETER_ERROR.INVALID\", \"source\": {\"parameter\": \"cursor\"}}]}");

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() ->
                        apple.client().apps().list(q -> q.param("cursor", "x")).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "400, PARAMETER_ERROR.INVALID, filter[x]",
        "400, PARAMETER_ERROR.ILLEGAL, cursor",
        "409, PARAMETER_ERROR.INVALID, cursor"
    })
    void anyOtherErrorAfterTheLastResourceIsAnError(int status, String code, String parameter) {
        apple.answer(page("/v1/apps?cursor=2", "1"));
        apple.answer(
                status,
                "{\"errors\": [{\"code\": \"" + code + "\", \"source\": {\"parameter\": \"" + parameter + "\"}}]}");

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> apple.client().apps().list().toList());
    }

    @Test
    void aPageHasItsTotalAndLimitAndMayHaveNeither() {
        apple.answer("{\"data\": [], \"meta\": {\"paging\": {\"total\": 0, \"limit\": 2147483647}}}");
        apple.answer("{\"data\": [], \"meta\": {\"paging\": {\"total\": 99999999999, \"limit\": \"x\"}}}");
        apple.answer("{\"data\": [], \"meta\": []}");
        PagedCall<App> call = apple.client().apps().list();

        Page<App> page = call.execute();
        assertThat(page.total()).isZero();
        assertThat(page.limit()).isEqualTo(Integer.MAX_VALUE);
        assertThat(call.execute().total()).isNull();
        assertThat(call.execute().total()).isNull();
    }

    private void threePages() {
        apple.answer(page("/v1/apps?cursor=2", "1", "2"));
        apple.answer(page(apple.url("/v1/apps?cursor=3"), "3", "4"));
        apple.answer(page(null, "5"));
    }

    private static String page(@Nullable String next, String... ids) {
        return NextLinkTest.page(next, ids);
    }
}
