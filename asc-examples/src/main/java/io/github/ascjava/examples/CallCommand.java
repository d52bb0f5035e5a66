package io.github.ascjava.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.Header;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Streaming;
import retrofit2.http.Url;

/** Sends any request, typed in this library or not, with the token, the retries and the exceptions of typed calls. */
@Command(
        name = "call",
        description = "Sends any request, such as: asc call GET '/v1/apps?limit=2', and prints what is answered.")
final class CallCommand extends WritingCommand {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PATCH", "DELETE");
    private static final MediaType JSON = MediaType.get("application/json");

    @Parameters(index = "0", paramLabel = "METHOD", description = "GET, POST, PATCH or DELETE.")
    private String method = "";

    @Parameters(index = "1", paramLabel = "PATH", description = "Path and query, such as /v1/apps?limit=2.")
    private String path = "";

    @Option(names = "--body", paramLabel = "FILE", description = "The JSON to send.")
    private @Nullable Path body;

    @Option(
            names = "--accept",
            paramLabel = "TYPE",
            defaultValue = "application/json",
            description = "What to ask for, such as application/a-gzip; ${DEFAULT-VALUE} if not given.")
    private String accept = "";

    CallCommand(Connector connector) {
        super(connector);
    }

    /** What the interfaces of the library do not have is a Retrofit interface away. */
    interface AnyApi {

        @GET
        @Streaming
        ApiCall<ResponseBody> get(@Url String path, @Header("Accept") String accept);

        @POST
        @Streaming
        ApiCall<ResponseBody> post(@Url String path, @Header("Accept") String accept, @Body RequestBody body);

        @PATCH
        @Streaming
        ApiCall<ResponseBody> patch(@Url String path, @Header("Accept") String accept, @Body RequestBody body);

        @HTTP(method = "DELETE", hasBody = true)
        @Streaming
        ApiCall<ResponseBody> delete(@Url String path, @Header("Accept") String accept, @Body RequestBody body);
    }

    @Override
    protected void checkArguments() {
        if (!METHODS.contains(method.toUpperCase(Locale.ROOT))) {
            throw wrongUsage("The method is GET, POST, PATCH or DELETE, but was " + method + ".");
        }
    }

    @Override
    protected int run(Session session) throws IOException {
        HttpUrl url = url(session.asc().auth().baseUrl());
        try (ResponseBody answer = call(session, url.toString()).execute()) {
            print(session, answer);
        }
        return 0;
    }

    /** Resolved before it is checked, because clients read backslashes, dots and blanks in their own way. */
    private HttpUrl url(HttpUrl base) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw wrongUsage("The path begins with one slash, such as /v1/apps, but was " + path + ".");
        }
        HttpUrl url = base.resolve(path.substring(1));
        boolean isOfServer = url != null
                && path.indexOf('\\') < 0
                && url.scheme().equals(base.scheme())
                && url.host().equals(base.host())
                && url.port() == base.port()
                && url.encodedPath().startsWith(base.encodedPath());
        if (!isOfServer) {
            throw wrongUsage("The path " + path + " leads away from " + base
                    + ", so nothing was sent. Give a path such as" + " /v1/apps.");
        }
        return url;
    }

    private ApiCall<ResponseBody> call(Session session, String url) throws IOException {
        AnyApi api = session.asc().api(AnyApi.class);
        switch (method.toUpperCase(Locale.ROOT)) {
            case "GET" -> {
                return api.get(url, accept);
            }
            case "POST" -> {
                return api.post(url, accept, toSend());
            }
            case "PATCH" -> {
                return api.patch(url, accept, toSend());
            }
            case "DELETE" -> {
                confirm(session, "Delete " + path + "?");
                return api.delete(url, accept, toSend());
            }
            default -> throw new IllegalStateException("checkArguments lets no other method through.");
        }
    }

    private RequestBody toSend() throws IOException {
        return body == null
                ? RequestBody.create(new byte[0], null)
                : RequestBody.create(Files.readAllBytes(body), JSON);
    }

    private static void print(Session session, ResponseBody answer) throws IOException {
        String text = answer.string();
        boolean json =
                answer.contentType() != null && answer.contentType().subtype().endsWith("json");
        if (json && !text.isBlank()) {
            ObjectMapper mapper = new ObjectMapper();
            JsonNode tree = mapper.readTree(text);
            session.terminal().block(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(tree));
        } else if (!text.isBlank()) {
            session.terminal().block(text);
        }
    }
}
