package io.github.ascjava.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.retrofit.JsonApiConverterFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.GET;

/**
 * One cold start: reads page A from a {@link PageServer} and ends, so that the calling script can measure it.
 *
 * <p>Run by {@code scripts/startup}.
 */
public final class StartUp {

    private StartUp() {}

    /**
     * Reads the page.
     *
     * @param args the variant ({@code client}, {@code retrofit} or {@code tree}), the server's URL and a key file
     */
    public static void main(String[] args) throws IOException {
        int apps = switch (args[0]) {
            case "client" -> byClient(args[1], Path.of(args[2]));
            case "retrofit" -> byRetrofit(args[1]);
            case "tree" -> byTree(args[1]);
            default -> throw new IllegalArgumentException("There is no variant called " + args[0] + ".");
        };
        // Ends at once, without waiting for idle connections.
        Runtime.getRuntime().halt(apps == SamplePages.APPS ? 0 : 1);
    }

    /** A user's code: a key from its file, a token, and a typed call. */
    private static int byClient(String url, Path key) {
        AppStoreConnect asc = AppStoreConnect.builder(ApiKey.team(BenchmarkKeys.ISSUER_ID, key))
                .baseUrl(url)
                .build();
        return asc.apps().list(q -> q.limit(SamplePages.APPS)).execute().data().size();
    }

    /** The same typed page without a token. */
    private static int byRetrofit(String url) throws IOException {
        Apps apps = new Retrofit.Builder()
                .baseUrl(url)
                .addConverterFactory(JsonApiConverterFactory.create())
                .build()
                .create(Apps.class);
        return Objects.requireNonNull(apps.list().execute().body()).data().size();
    }

    /** Only an HTTP client and a JSON parser. */
    private static int byTree(String url) throws IOException {
        Request request = new Request.Builder().url(url + "v1/apps?limit=200").build();
        try (Response response = new OkHttpClient().newCall(request).execute()) {
            return new ObjectMapper()
                    .readTree(response.body().byteStream())
                    .path("data")
                    .size();
        }
    }

    private interface Apps {

        @GET("v1/apps?limit=200")
        Call<Page<App>> list();
    }
}
