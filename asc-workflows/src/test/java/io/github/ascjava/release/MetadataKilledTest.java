package io.github.ascjava.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.error.ServerException;
import io.github.ascjava.testing.RecordedRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that end in the middle, and what the next one does. */
class MetadataKilledTest extends MetadataScene {

    private static final int LOCALES = 40;
    private static final List<String> ALL = List.of(
            "ar-SA,ca,cs,da,de-DE,el,en-AU,en-CA,en-GB,en-US,es-ES,es-MX,fi,fr-CA,fr-FR,he,hi,hr,hu,id,it,ja,ko,ms,nl-NL,no,pl,pt-BR,pt-PT,ro,ru,sk,sv,th,tr,uk,vi,zh-Hans,zh-Hant,bn-BD"
                    .split(",", -1));

    private static final int REQUESTS = 4 + 5;

    /** The connection fails from some request on, before or after the service has received it. */
    @ParameterizedTest
    @MethodSource
    void aPushThatStopsAtAnyRequestEndsInTheSameState(int last, boolean isReceived) {
        metadata.pull(TARGET, files());
        Map<String, String> wanted = live();
        wanted.putAll(edit());

        AtomicInteger count = new AtomicInteger();
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    int number = count.getAndIncrement();
                    if (number == last && isReceived) {
                        chain.proceed(chain.request()).close();
                    }
                    if (number >= last) {
                        throw new IOException("stopped");
                    }
                    return chain.proceed(chain.request());
                })
                .build();
        try (AppStoreConnect stopped = sandbox.clientBuilder()
                .httpClient(http)
                .options(options -> options.retryPolicy(RetryPolicy.NONE))
                .build()) {
            StoreMetadata run = StoreMetadata.of(stopped);
            Throwable failure = catchThrowable(
                    () -> run.apply(run.plan(TARGET, files(), MetadataOptions.SAFE), MetadataListener.NONE));
            assertThat(failure == null).isEqualTo(last == REQUESTS);
        }
        push();
        assertThat(live()).isEqualTo(wanted);
        assertThat(requests(this::push)).containsExactly("GET", "GET", "GET", "GET");
        assertThat(metadata.pull(TARGET, files()).written()).isEmpty();
    }

    static Stream<Arguments> aPushThatStopsAtAnyRequestEndsInTheSameState() {
        return IntStream.rangeClosed(0, REQUESTS)
                .boxed()
                .flatMap(last -> Stream.of(Arguments.of(last, true), Arguments.of(last, false)));
    }

    /** Two updates of versions, one of an app info, and a new language. */
    private Map<String, String> edit() {
        write("en-US/keywords.txt", "coffee");
        write("ja/release_notes.txt", "新しい");
        write("de-DE/subtitle.txt", "Kaffee");
        write("nl-NL/name.txt", "Jouw Cortado");
        write("nl-NL/description.txt", "Koffie.");
        return Map.of(
                "en-US keywords", "coffee",
                "ja whatsNew", "新しい",
                "de-DE subtitle", "Kaffee",
                "nl-NL version", "",
                "nl-NL description", "Koffie.",
                "nl-NL app info", "",
                "nl-NL name", "Jouw Cortado");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aPullThatStopsAtAnyRequestWritesNothing(int last) {
        sandbox.on(
                        "GET",
                        List.of(
                                        "/v1/apps/{id}/appStoreVersions",
                                        "/v1/apps/{id}/appInfos",
                                        "/v1/appStoreVersions/{id}/appStoreVersionLocalizations",
                                        "/v1/appInfos/{id}/appInfoLocalizations")
                                .get(last))
                .failNext(9, 500);
        assertThat(catchThrowable(() -> metadata.pull(TARGET, files()))).isInstanceOf(ServerException.class);
        assertThat(folder()).doesNotExist();
        sandbox.reset();
        metadata.pull(TARGET, files());
        assertThat(plan().isDifferent()).isFalse();
    }

    @Test
    void oneChangedTextOfFortyLanguagesIsOneWriteAndFourReads() {
        for (String locale : ALL) {
            for (String file :
                    List.of("description", "keywords", "promotional_text", "release_notes", "name", "subtitle")) {
                write(locale + "/" + file + ".txt", file + " in " + locale);
            }
        }
        push(MetadataOptions.SAFE.withConflicts(MetadataConflicts.FILES));
        assertThat(ALL).hasSize(LOCALES);
        assertThat(requests(this::push)).containsExactly("GET", "GET", "GET", "GET");

        write("th/keywords.txt", "other");
        int before = sandbox.requests().size();
        push();
        List<RecordedRequest> sent =
                sandbox.requests().subList(before, sandbox.requests().size());
        assertThat(sent).extracting(RecordedRequest::method).containsExactly("GET", "GET", "GET", "GET", "PATCH");
        assertThat(sent.get(4).text()).contains("\"attributes\":{\"keywords\":\"other\"}");
    }
}
