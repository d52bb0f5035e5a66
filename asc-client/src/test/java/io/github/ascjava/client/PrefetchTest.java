package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.error.ForbiddenException;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.error.ServerException;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.model.apps.App;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Iterating over a list while the next page is being requested. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PrefetchTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    void allResourcesComeInTheirOrder() {
        pages(5);

        assertThat(list().toList()).extracting(App::id).containsExactly("1", "2", "3", "4", "5");
        assertThat(list().withPrefetch().stream().map(App::id)).containsExactly("1", "2", "3", "4", "5");
        assertThat(apple.requests()).isEqualTo(10);
    }

    @Test
    void exactlyOnePageIsReadAhead() {
        pages(5);
        Iterator<App> apps = list().iterator();

        assertThat(apple.requests()).isZero();
        apps.next();
        assertRequests(2);
        apps.next();
        assertRequests(3);
        apps.next();
        assertRequests(4);
    }

    @Test
    void nothingIsReadAheadOfAPageThatIsTheLastOne() {
        pages(1);
        Iterator<Page<App>> walk = list().pages().iterator();
        walk.next();

        assertThat(walk).isExhausted();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(walk::next);
        assertRequests(1);
    }

    @Test
    void aPageIsRequestedWhileTheOneBeforeIsUsed() {
        CompletableFuture<Void> used = new CompletableFuture<>();
        apple.server().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                boolean isFirst = "/v1/apps".equals(request.getPath());
                if (!isFirst) {
                    used.join();
                }
                return ApiServer.json(
                        200, NextLinkTest.page(isFirst ? "/v1/apps?cursor=2" : null, isFirst ? "1" : "2"));
            }
        });
        Iterator<App> apps = list().iterator();

        assertThat(apps.next().id()).isEqualTo("1");
        assertRequests(2);
        used.complete(null);
        assertThat(apps.next().id()).isEqualTo("2");
    }

    @Test
    void anAbandonedIterationHasRequestedOneUnusedPage() {
        pages(5);

        assertThat(list().stream().limit(1).toList()).hasSize(1);
        assertRequests(2);
    }

    @Test
    void aFailureIsThrownWhereItsPageIsReachedAndNotBefore() {
        apple.answer(NextLinkTest.page("/v1/apps?cursor=2", "1", "2"));
        apple.answer(403, "");
        apple.answer(NextLinkTest.page(null, "3"));
        Iterator<App> apps = list().iterator();
        apps.next();
        assertRequests(2);

        assertThat(apps.next().id()).isEqualTo("2");
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(apps::hasNext);
    }

    @Test
    void aFailedPageIsRequestedAgainByTheSameIterator() {
        apple.answer(NextLinkTest.page("/v1/apps?cursor=2", "1"));
        apple.answer(500, "");
        apple.answer(500, "");
        apple.answer(NextLinkTest.page("/v1/apps?cursor=3", "2"));
        apple.answer(NextLinkTest.page(null, "3"));
        Iterator<App> apps = list().iterator();
        apps.next();

        assertThatExceptionOfType(ServerException.class).isThrownBy(apps::next);
        assertThatExceptionOfType(ServerException.class).isThrownBy(apps::next);
        assertThat(apps.next().id()).isEqualTo("2");
        assertThat(apps.next().id()).isEqualTo("3");
        assertThat(apps).isExhausted();
        assertRequests(5);
    }

    @Test
    void aLinkThatCannotBeFollowedIsNotFollowedAheadEither() {
        apple.answer(NextLinkTest.page("https://example.com/v1/apps?cursor=2", "1", "2"));
        Iterator<App> apps = list().iterator();
        apps.next();

        assertThat(apps.next().id()).isEqualTo("2");
        assertThatExceptionOfType(InvalidResponseException.class).isThrownBy(apps::hasNext);
        assertRequests(1);
    }

    @Test
    void aLoopIsNotEnteredAheadEither() {
        apple.answer(NextLinkTest.page("/v1/apps?cursor=2", "1"));
        apple.answer(NextLinkTest.page("/v1/apps?cursor=2", "2"));
        Iterator<App> apps = list().iterator();

        apps.next();
        assertThat(apps.next().id()).isEqualTo("2");
        assertThatExceptionOfType(InvalidResponseException.class).isThrownBy(apps::hasNext);
        assertRequests(2);
    }

    @Test
    void readingAheadIsKeptWithOtherSettings() {
        pages(3);
        Iterator<App> apps = apple.client()
                .apps()
                .list()
                .withPrefetch()
                .withTimeout(Duration.ofMinutes(1))
                .withRetryPolicy(RetryPolicy.STANDARD)
                .iterator();

        apps.next();
        assertRequests(2);
        assertThat(apple.client().apps().list().execute().data()).hasSize(1);
        assertRequests(3);
    }

    private PagedCall<App> list() {
        return apple.client().apps().list().withPrefetch();
    }

    /** Waits, because the request is made by another thread; then checks that no more follow. */
    private void assertRequests(int number) {
        assertThat(Leaks.comes(() -> apple.requests() >= number)).isTrue();
        assertThat(Leaks.comes(() -> apple.http().dispatcher().queuedCallsCount() == 0))
                .isTrue();
        assertThat(apple.requests()).isEqualTo(number);
    }

    private void pages(int number) {
        apple.server().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String cursor = request.getRequestUrl().queryParameter("cursor");
                int page = cursor == null ? 1 : Integer.parseInt(cursor);
                String next = page == number ? null : "/v1/apps?cursor=" + (page + 1);
                return ApiServer.json(200, NextLinkTest.page(next, String.valueOf(page)));
            }
        });
    }
}
