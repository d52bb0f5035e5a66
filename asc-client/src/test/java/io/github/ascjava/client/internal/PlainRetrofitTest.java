package io.github.ascjava.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.auth.AppStoreConnectAuth;
import io.github.ascjava.client.ApiServer;
import io.github.ascjava.client.FakeClock;
import io.github.ascjava.client.TestKeys;
import io.github.ascjava.client.api.apps.AppsApi;
import io.github.ascjava.client.api.provisioning.BundleIdsApi;
import io.github.ascjava.client.api.users.UsersApi;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.CallAttempt;
import io.github.ascjava.client.call.CallListener;
import io.github.ascjava.client.call.ClientOptions;
import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.error.ServerException;
import io.github.ascjava.client.error.UnauthorizedException;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserUpdate;
import io.github.ascjava.client.retrofit.AscCallAdapterFactory;
import io.github.ascjava.client.retrofit.JsonApiConverterFactory;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.Headers;
import retrofit2.http.PUT;
import retrofit2.http.Url;

/** A Retrofit instance that a user assembles from the parts of this library. */
class PlainRetrofitTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    private final Retrofit retrofit = builder().build();

    private Retrofit.Builder builder() {
        AppStoreConnectAuth auth = AppStoreConnectAuth.builder(TestKeys.team())
                .baseUrl(apple.url("/"))
                .build();
        return new Retrofit.Builder()
                .baseUrl(apple.url("/"))
                .client(new OkHttpClient.Builder().addInterceptor(auth).build())
                .addCallAdapterFactory(AscCallAdapterFactory.create())
                .addConverterFactory(JsonApiConverterFactory.create());
    }

    @Test
    void callsWorkAsThoseOfTheLibrary() {
        apple.answer("{\"data\": {\"type\": \"users\", \"id\": \"u1\", \"attributes\": {\"firstName\": \"Ada\"}}}");
        apple.answer("{\"data\": {\"type\": \"users\", \"id\": \"u1\"}}");
        apple.answer(new MockResponse().setResponseCode(204));
        UsersApi users = retrofit.create(UsersApi.class);

        assertThat(users.get("u1").execute().firstName()).isEqualTo("Ada");
        users.update("u1", UserUpdate.builder().allAppsVisible(true).build()).execute();
        assertThat(users.delete("u1").executeAsync().join()).isNull();
        RecordedRequest get = apple.taken();
        assertThat(get.getHeader("Authorization")).startsWith("Bearer ");
        assertThat(get.getHeader("Accept")).isEqualTo("application/json");
        RecordedRequest patch = apple.taken();
        assertThat(patch.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(patch.getBody().readUtf8()).contains("\"id\":\"u1\",\"attributes\":{\"allAppsVisible\":true}");
    }

    @Test
    void listsAreWalkedAsThoseOfTheLibrary() {
        apple.answer("{\"data\": [{\"type\": \"apps\", \"id\": \"1\"}], \"links\": {\"next\": \"/v1/apps?cursor=2\"}}");
        apple.answer("{\"data\": [{\"type\": \"apps\", \"id\": \"2\"}]}");

        assertThat(retrofit.create(AppsApi.class).list().toList())
                .extracting(App::id)
                .containsExactly("1", "2");
        apple.taken();
        assertThat(apple.taken().getHeader("Authorization")).startsWith("Bearer ");
    }

    @Test
    void theFactoryAppliesAllOptions() {
        AppStoreConnectAuth auth = AppStoreConnectAuth.builder(TestKeys.team())
                .baseUrl(apple.url("/"))
                .build();
        FakeClock time = new FakeClock();
        List<Object> told = new ArrayList<>();
        ClientOptions options = ClientOptions.builder()
                .retryPolicy(RetryPolicy.STANDARD.withMaxRetries(1))
                .timeout(Duration.ofSeconds(10))
                .rateLimiter((key, longest) -> {
                    told.add(longest);
                    return CompletableFuture.completedFuture(true);
                })
                .listener(new CallListener() {
                    @Override
                    public void onRequest(CallAttempt attempt) {
                        told.add(attempt.number());
                    }
                })
                .clock(time)
                .sleeper(time)
                .build();
        CallAdapters adapters = new CallAdapters(options, auth, () -> 1);
        CallAdapter.Factory factory = new CallAdapter.Factory() {
            @Override
            public @Nullable CallAdapter<?, ?> get(Type returnType, Annotation[] annotations, Retrofit retrofit) {
                return adapters.get(returnType, annotations, retrofit);
            }
        };
        UsersApi users = new Retrofit.Builder()
                .baseUrl(apple.url("/"))
                .client(apple.watch(new OkHttpClient()))
                .addCallAdapterFactory(factory)
                .addConverterFactory(JsonApiConverterFactory.create())
                .build()
                .create(UsersApi.class);
        apple.answer(503, "");
        apple.answer(503, "");

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> users.get("u1").execute());
        assertThat(time.slept()).containsExactly(Duration.ofMillis(500));
        assertThat(told).containsExactly(Duration.ofSeconds(10), 1, Duration.ofMillis(9_500), 2);
    }

    @Test
    void callsMayBeMadeBySomethingOtherThanAClient() {
        OkHttpClient http = apple.watch(new OkHttpClient());
        apple.answer("{\"data\": {\"type\": \"users\", \"id\": \"u1\"}}");

        UsersApi users =
                builder().callFactory(request -> http.newCall(request)).build().create(UsersApi.class);
        assertThat(users.get("u1").execute().id()).isEqualTo("u1");
    }

    @Test
    void errorsAreThoseOfTheLibrary() {
        apple.answer(409, "{\"errors\": [{\"code\": \"STATE_ERROR\"}]}");
        apple.answer(401, "");
        apple.answer(401, "");
        UsersApi users = retrofit.create(UsersApi.class);

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> users.delete("u1").execute())
                .withMessage("DELETE /v1/users/{id}: 409 STATE_ERROR");
        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> users.get("u1").execute())
                .withMessageContaining("TeamKey[2X9R4HXF34]");
    }

    @Test
    void withoutTheInterceptorThereIsNoToken() {
        apple.answer(401, "");
        UsersApi users = new Retrofit.Builder()
                .baseUrl(apple.url("/"))
                .addCallAdapterFactory(AscCallAdapterFactory.create())
                .addConverterFactory(JsonApiConverterFactory.create())
                .build()
                .create(UsersApi.class);

        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> users.get("u1").execute())
                .withMessage("GET /v1/users/{id}: status 401 without a body. The request was not authorized by this"
                        + " library; check"
                        + " the Authorization header that was sent.");
        assertThat(apple.taken().getHeader("Authorization")).isNull();
    }

    @ParameterizedTest
    @ValueSource(classes = {AppsApi.class, BundleIdsApi.class, UsersApi.class})
    void everyMethodOfTheApiPackagesIsSound(Class<?> api) {
        assertThat(builder().validateEagerly(true).build().create(api)).isNotNull();
    }

    @Test
    void aCallWithoutTypeArgumentIsRejected() {
        Odd odd = retrofit.create(Odd.class);

        assertThatIllegalArgumentException()
                .isThrownBy(odd::rawCall)
                .havingCause()
                .withMessage("ApiCall needs a type argument, as in ApiCall<App>.");
        assertThatIllegalArgumentException()
                .isThrownBy(odd::rawList)
                .havingCause()
                .withMessage("PagedCall needs a type argument, as in PagedCall<App>.");
    }

    @Test
    void otherReturnTypesAreLeftToOthers() throws Exception {
        apple.answer("{\"data\": {\"type\": \"users\", \"id\": \"u1\"}}");

        User user = retrofit.create(Odd.class).plain().execute().body();
        assertThat(user).extracting(User::id).isEqualTo("u1");
    }

    @Test
    void bodiesThatAreNotDocumentsAreReadByJackson() {
        apple.answer("{\"a\": [1]}");
        apple.answer("{\"name\": \"x\", \"more\": 1}");
        Odd odd = retrofit.create(Odd.class);

        assertThat(odd.json("v1/anything").execute()).hasToString("{\"a\":[1]}");
        assertThat(odd.named().execute()).isEqualTo(new Named("x"));
    }

    @Test
    void bodiesThatJacksonCannotReadAreInvalidResponses() {
        apple.answer("{\"name\": {}}");
        apple.answer("{\"name\"");
        apple.answer("{} {}");
        Odd odd = retrofit.create(Odd.class);

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(() -> odd.named().execute())
                .withMessageStartingWith(
                        "GET /v1/named: unusable response: not the expected document: Cannot deserialize");
        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(() -> odd.named().execute())
                .withMessageStartingWith("GET /v1/named: unusable response: not JSON: Unexpected end");
        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(() -> odd.named().execute())
                .withMessageContaining("Trailing token");
    }

    @Test
    void anAcceptHeaderOfOnesOwnIsKept() {
        apple.answer("{}");
        retrofit.create(Odd.class).metrics().execute();

        assertThat(apple.taken().getHeaders().values("Accept"))
                .containsExactly("application/vnd.apple.xcode-metrics+json");
    }

    @Test
    void operationsWithoutATemplateAreNamedByTheirPath() {
        Odd odd = retrofit.create(Odd.class);

        assertThat(odd.json("v1/anything?filter%5Bx%5D=secret")).hasToString("ApiCall[GET /v1/anything]");
        assertThat(odd.put(Map.of())).hasToString("ApiCall[PUT /v1/named]");
        assertThat(odd.head()).hasToString("ApiCall[HEAD /v1/named]");
    }

    /** Operations that are missing from the library. */
    @SuppressWarnings("rawtypes")
    public interface Odd {

        @GET("v1/users")
        ApiCall rawCall();

        @GET("v1/users")
        PagedCall rawList();

        @GET("v1/users/u1")
        Call<User> plain();

        @GET
        ApiCall<JsonNode> json(@Url String url);

        @GET("v1/named")
        ApiCall<Named> named();

        @PUT("v1/named")
        ApiCall<Void> put(@Body Map<String, String> body);

        @HEAD("v1/named")
        ApiCall<Void> head();

        @GET("v1/metrics")
        @Headers("Accept: application/vnd.apple.xcode-metrics+json")
        ApiCall<JsonNode> metrics();
    }

    /** A body that is not a document. */
    public record Named(String name) {}
}
