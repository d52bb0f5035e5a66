package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.auth.AppStoreConnectAuth;
import io.github.ascjava.auth.TokenScope;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.CallAttempt;
import io.github.ascjava.client.call.CallListener;
import io.github.ascjava.client.call.ClientOptions;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ReadOnlyClientException;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.retrofit.AscCallAdapterFactory;
import io.github.ascjava.client.retrofit.JsonApiConverterFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.HTTP;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/** What a client sends that may change nothing. */
@Timeout(30)
class ReadOnlyTest {

    private static final String USER = "{\"data\": {\"type\": \"users\", \"id\": \"u1\"}}";

    interface Own {

        @POST("v1/things")
        ApiCall<User> post(@Body Map<String, String> body);

        @PUT("v1/things")
        ApiCall<Void> put(@Body Map<String, String> body);

        @PATCH("v1/things")
        ApiCall<User> patch(@Body Map<String, String> body);

        @DELETE("v1/things")
        ApiCall<Void> delete();

        @HTTP(method = "DELETE", path = "v1/things", hasBody = true)
        ApiCall<Void> deleteWithBody(@Body Map<String, String> body);

        @HTTP(method = "PURGE", path = "v1/things")
        ApiCall<Void> another();

        @GET("v1/things")
        ApiCall<User> get();

        @HEAD("v1/things")
        ApiCall<Void> head();

        @POST("v1/gameCenterMatchmakingRuleSetTests")
        ApiCall<User> compute(@Body Map<String, String> body);

        @DELETE("v1/things")
        Call<ResponseBody> plain();
    }

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    private final AppStoreConnect asc = apple.builder().readOnly().build();

    @ParameterizedTest
    @EnumSource
    void whatCouldChangeSomethingIsNotSent(Way way) {
        Own own = asc.api(Own.class);
        Stream.<Function<Own, ApiCall<?>>>of(
                        api -> api.post(Map.of()),
                        api -> api.put(Map.of()),
                        api -> api.patch(Map.of()),
                        Own::delete,
                        api -> api.deleteWithBody(Map.of()),
                        Own::another)
                .forEach(call -> assertThatThrownBy(() -> way.run(call.apply(own)))
                        .isInstanceOf(ReadOnlyClientException.class)
                        .hasMessageEndingWith(" /v1/things: not sent, because it could change something and this client"
                                + " is read-only. To allow it, build the client without readOnly().")
                        .satisfies(
                                e -> assertThat(((AscException) e).attempts()).isZero()));

        assertThat(apple.requests()).isZero();
    }

    @Test
    void theOperationsOfTheLibraryAreStopped() {
        assertThatThrownBy(() -> asc.users().delete("u1").execute())
                .isInstanceOf(ReadOnlyClientException.class)
                .hasMessageStartingWith("DELETE /v1/users/{id}: ");
        assertThatThrownBy(() -> asc.webhookPings().create(b -> b.webhook("w1")).execute())
                .isInstanceOf(ReadOnlyClientException.class);
        assertThatThrownBy(() -> asc.appStoreVersions()
                        .create(b -> b.app("a1").platform(Platform.IOS).versionString("1.0"))
                        .orExisting()
                        .execute())
                .isInstanceOf(ReadOnlyClientException.class);
        assertThat(apple.requests()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatReadsIsSent(Way way) {
        Own own = asc.api(Own.class);
        apple.answer(USER);
        apple.answer("");
        apple.answer(USER);

        assertThat(way.run(own.get()).id()).isEqualTo("u1");
        way.run(own.head());
        assertThat(way.run(own.compute(Map.of())).id()).isEqualTo("u1");
        assertThat(apple.requests()).isEqualTo(3);
    }

    @Test
    void allPagesOfAListAreRead() {
        apple.answer("{\"data\": [{\"type\": \"users\", \"id\": \"u1\"}], \"links\": {\"next\": \""
                + apple.url("/v1/users?cursor=c") + "\"}}");
        apple.answer("{\"data\": [{\"type\": \"users\", \"id\": \"u2\"}]}");

        assertThat(asc.users().list()).extracting(User::id).containsExactly("u1", "u2");
    }

    @Test
    void theHttpClientOfTheClientIsReadOnlyToo() {
        Request request = new Request.Builder()
                .url(apple.url("/v1/users/u1"))
                .patch(RequestBody.create(new byte[0]))
                .build();

        assertThatThrownBy(() -> asc.httpClient().newCall(request).execute())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("PATCH /v1/users/{id}: not sent")
                .hasCauseInstanceOf(ReadOnlyClientException.class);
        assertThatThrownBy(() -> asc.api(Own.class).plain().execute())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("DELETE /v1/things: not sent");
        assertThat(apple.requests()).isZero();
    }

    @Test
    void aRetrofitOfTheUsersWithTheOptionsIsReadOnly() {
        AppStoreConnectAuth auth = AppStoreConnectAuth.builder(TestKeys.team())
                .baseUrl(apple.url("/"))
                .build();
        OkHttpClient http =
                apple.watch(new OkHttpClient.Builder().addInterceptor(auth).build());
        ClientOptions options = ClientOptions.builder().readOnly(true).build();
        Own own = new Retrofit.Builder()
                .baseUrl(apple.url("/"))
                .client(http)
                .addCallAdapterFactory(AscCallAdapterFactory.create(options, auth))
                .addConverterFactory(JsonApiConverterFactory.create(options))
                .build()
                .create(Own.class);

        assertThatThrownBy(() -> own.delete().execute()).isInstanceOf(ReadOnlyClientException.class);
        assertThat(apple.requests()).isZero();
    }

    @Test
    void replacingTheOptionsDoesNotTurnItOff() {
        AppStoreConnect still =
                apple.builder().readOnly().options(ClientOptions.DEFAULT).build();

        assertThat(still.options().readOnly()).isTrue();
        assertThat(still.options().toBuilder().build().readOnly()).isTrue();
        assertThatThrownBy(() -> still.users().delete("u1").execute()).isInstanceOf(ReadOnlyClientException.class);
        assertThat(apple.builder()
                        .options(o -> o.readOnly(true))
                        .build()
                        .options()
                        .readOnly())
                .isTrue();
    }

    @Test
    void itCanBeTurnedOff() {
        apple.answer(204, "");
        AppStoreConnect writing =
                apple.builder().options(o -> o.readOnly(true)).readOnly(false).build();

        writing.users().delete("u1").execute();

        assertThat(apple.requests()).isOne();
        assertThat(apple.client().options().readOnly()).isFalse();
    }

    @Test
    void otherCodeCanAsk() {
        assertThatThrownBy(() -> asc.requireWritable("upload of a.png"))
                .isInstanceOf(ReadOnlyClientException.class)
                .hasMessageStartingWith("upload of a.png: not sent");
        assertThatCode(() -> apple.client().requireWritable("upload of a.png")).doesNotThrowAnyException();
    }

    @Test
    void listenersHearOfNoRequest() {
        List<String> told = new ArrayList<>();
        AppStoreConnect heard = apple.builder()
                .readOnly()
                .options(o -> o.listener(new CallListener() {
                    @Override
                    public void onRequest(CallAttempt attempt) {
                        told.add("request");
                    }
                }))
                .build();

        assertThatThrownBy(() -> heard.users().delete("u1").execute()).isInstanceOf(ReadOnlyClientException.class);
        assertThat(told).isEmpty();
    }

    @Test
    void tokensCanBeLimitedToTheReads() {
        AppStoreConnect limited = apple.builder()
                .readOnly(List.of(TokenScope.get("/v1/users"), TokenScope.get("/v1/apps")))
                .build();
        apple.answer("{\"data\": []}");

        limited.users().list().execute();

        String token = String.valueOf(apple.taken().getHeader("Authorization"));
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        assertThat(claims).contains("\"scope\":[\"GET /v1/users\",\"GET /v1/apps\"]");
        assertThatThrownBy(() -> limited.users().delete("u1").execute()).isInstanceOf(ReadOnlyClientException.class);
    }
}
