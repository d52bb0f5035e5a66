package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserUpdate;
import java.io.IOException;
import java.util.Map;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.QueryMap;
import retrofit2.http.Url;

/** How callers use what this library lacks. */
@Timeout(30)
class EscapeHatchTest {

    private static final String APPS =
            "{\"data\": [{\"type\": \"apps\", \"id\": \"1\"}], \"links\": {\"next\": \"/v9/news?cursor=2\"}}";

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    void anOperationOfOnesOwnIsCalledAsTheOthersAre() {
        apple.answer(503, "");
        apple.answer(APPS);
        apple.answer(NextLinkTest.page(null, "2"));
        apple.answer(201, "{\"created\": true}");
        apple.answer(409, "{\"errors\": [{\"code\": \"STATE_ERROR\"}]}");
        AppStoreConnect asc =
                apple.builder().options(o -> o.sleeper(new FakeClock())).build();
        Mine mine = asc.api(Mine.class);

        assertThat(mine.news(Map.of("limit", "1")).toList()).extracting(App::id).containsExactly("1", "2");
        assertThat(mine.create("a/b", Map.of("name", "x"))
                        .execute()
                        .path("created")
                        .booleanValue())
                .isTrue();
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> mine.create("7", Map.of()).execute())
                .withMessage("POST /v9/things/{id}/parts: 409 STATE_ERROR");
        apple.taken();
        assertThat(apple.line()).isEqualTo("GET /v9/news?limit=1");
        assertThat(apple.line()).isEqualTo("GET /v9/news?cursor=2&limit=1");
        RecordedRequest post = apple.taken();
        assertThat(post.getRequestLine()).isEqualTo("POST /v9/things/a%2Fb/parts HTTP/1.1");
        assertThat(post.getHeader("Authorization")).startsWith("Bearer ");
        assertThat(post.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(post.getBody().readUtf8()).isEqualTo("{\"name\":\"x\"}");
    }

    @Test
    void anOperationOfOnesOwnNeedsItsIdsToo() {
        Mine mine = apple.client().api(Mine.class);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> mine.create(" ", Map.of()))
                .withMessage("POST /v9/things/{id}/parts: the id in the path is empty, so the request would address"
                        + " another resource. Pass the id of a resource.");
    }

    @Test
    void anOperationOfOnesOwnMayEndInASlash() {
        apple.answer("{}");

        assertThat(apple.client().api(Mine.class).slash().execute()).isEmpty();
        assertThat(apple.line()).isEqualTo("GET /v9/things/");
    }

    @Test
    void thePageOfAListCanBeHadAsItCame() {
        apple.answer(APPS);
        apple.answer(APPS);
        Mine mine = apple.client().api(Mine.class);

        assertThat(mine.json("v1/apps").execute().at("/data/0/id").textValue()).isEqualTo("1");
        try (ResponseBody body = mine.raw("v1/apps").execute()) {
            assertThat(body.string()).isEqualTo(APPS);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void retrofitsOwnCallsAreAuthorizedToo() throws IOException {
        apple.answer("{\"data\": {\"type\": \"users\", \"id\": \"u1\"}}");
        retrofit2.Response<User> response =
                apple.client().retrofit().create(Mine.class).plain("u1").execute();

        assertThat(response.body()).extracting(User::id).isEqualTo("u1");
        assertThat(apple.taken().getHeader("Authorization")).startsWith("Bearer ");
    }

    @Test
    void requestsOfOkHttpsOwnAreAuthorizedToo() throws IOException {
        apple.answer("raw");
        Request request =
                new Request.Builder().url(apple.url("/v1/anything?x=1")).build();
        try (Response response = apple.client().httpClient().newCall(request).execute()) {
            assertThat(response.body().string()).isEqualTo("raw");
            assertThat(response.request().header("Authorization")).isNull();
        }

        RecordedRequest sent = apple.taken();
        assertThat(sent.getPath()).isEqualTo("/v1/anything?x=1");
        assertThat(sent.getHeader("Authorization")).startsWith("Bearer ");
        assertThat(sent.getHeader("User-Agent")).startsWith("asc-java/");
    }

    @Test
    void parametersAndAttributesOfOnesOwnAreSent() {
        apple.answer("{\"data\": []}");
        apple.answer("{\"data\": {\"type\": \"users\", \"id\": \"u1\"}}");
        apple.client()
                .users()
                .list(q -> q.param("filter[new]", "a", "b").param("new", "c"))
                .execute();
        apple.client()
                .users()
                .update(
                        "u1",
                        UserUpdate.builder()
                                .attribute("newText", "x")
                                .attribute("newNull", null)
                                .attribute("newMap", Map.of("a", 1))
                                .build())
                .execute();

        assertThat(apple.line()).isEqualTo("GET /v1/users?filter%5Bnew%5D=a%2Cb&new=c");
        assertThat(apple.body())
                .isEqualTo("{\"data\":{\"type\":\"users\",\"id\":\"u1\",\"attributes\":{\"newText\":\"x\","
                        + "\"newNull\":null,\"newMap\":{\"a\":1}}}}");
    }

    /** Operations that are missing from the library. */
    public interface Mine {

        @GET("v9/news")
        PagedCall<App> news(@QueryMap Map<String, String> query);

        @POST("v9/things/{id}/parts")
        ApiCall<JsonNode> create(@Path("id") String id, @Body Map<String, String> body);

        @GET("v9/things/")
        ApiCall<JsonNode> slash();

        @GET
        ApiCall<JsonNode> json(@Url String url);

        @GET
        ApiCall<ResponseBody> raw(@Url String url);

        @GET("v1/users/{id}")
        Call<User> plain(@Path("id") String id);
    }
}
