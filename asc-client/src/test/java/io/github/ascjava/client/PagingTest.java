package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.client.error.ServerException;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.model.apps.App;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
        assertThat(call.all()).extracting(App::id).containsExactly("1", "2", "3", "4", "5");
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
    void aPageIsRequestedWhenItsFirstResourceIsAskedFor() {
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
    void aLimitedStreamRequestsNoMorePagesThanItNeeds() {
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

        assertThat(apple.client().apps().list().all()).extracting(App::id).containsExactly("1", "2");
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
    void everyIteratorStartsAnew() {
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
        PagedCall<App> second = first.after(firstPage).orElseThrow();
        Page<App> secondPage = second.execute();
        PagedCall<App> third = second.after(secondPage).orElseThrow();
        Page<App> thirdPage = third.execute();

        assertThat(thirdPage.data()).extracting(App::id).containsExactly("5");
        assertThat(third.after(thirdPage)).isEmpty();
        assertThat(apple.requests()).isEqualTo(3);
    }

    @Test
    void theFirstCallAlsoLeadsOnFromLaterPages() {
        threePages();
        PagedCall<App> call = apple.client().apps().list();
        Page<App> second = call.after(call.execute()).orElseThrow().execute();

        assertThat(call.after(second).orElseThrow().execute().data())
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
    void aPageThatFailedCanBeAskedForAgain() {
        apple.answer(page("/v1/apps?cursor=2", "1"));
        apple.answer(503, "");
        apple.answer(page(null, "2"));
        Iterator<Page<App>> pages = apple.client().apps().list().pages().iterator();
        pages.next();

        assertThatExceptionOfType(ServerException.class).isThrownBy(pages::next);
        assertThat(pages.next().data()).extracting(App::id).containsExactly("2");
        assertThat(pages.hasNext()).isFalse();
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
