package io.github.ascjava.client.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.TestKeys;
import io.github.ascjava.client.api.users.UsersApi;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.jsonapi.JsonApiModule;
import io.github.ascjava.client.jsonapi.JsonResponse;
import io.github.ascjava.client.jsonapi.ResourceType;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserRole;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;

/** Uses every kind of call, all interfaces and all resources: what {@link NativeImageMetadataTest} watches. */
final class ReflectiveProgram {

    private static final String APP = "{\"type\": \"apps\", \"id\": \"1\"}";
    private static final String USER = "{\"type\": \"users\", \"id\": \"1\", \"attributes\": {\"roles\": [\"ADMIN\"]},"
            + " \"relationships\": {\"visibleApps\": {\"data\": [" + APP + "]}}}";
    private static final String BUILD =
            "{\"type\": \"builds\", \"id\": \"1\", \"relationships\": {\"app\": {\"data\": " + APP + "}}}";

    private ReflectiveProgram() {}

    public static void main(String[] arguments) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Responses());
            server.start(InetAddress.getLoopbackAddress(), 0);
            run(server.url("/").newBuilder().host("localhost").build().toString());
        }
    }

    private static void run(String url) throws Exception {
        try (AppStoreConnect asc = AppStoreConnect.builder(TestKeys.team())
                .baseUrl(url)
                .options(o -> o.retryPolicy(RetryPolicy.NONE))
                .build()) {
            reads(asc);
            writes(asc);
            for (Method accessor : AppStoreConnect.class.getMethods()) {
                if (accessor.getReturnType().getName().endsWith("Api")) {
                    asc.api(accessor.getReturnType());
                }
            }
            int characters = 0;
            for (Class<?> type : Generated.model().values()) {
                characters += decode(asc, type);
            }
            System.out.println(characters);
        }
    }

    private static void reads(AppStoreConnect asc) throws Exception {
        User user = asc.users().get("1").execute();
        asc.users().list(q -> q.filterRoles(UserRole.ADMIN).limit(1)).toList();
        asc.users().listVisibleAppIds("1").toList();
        asc.users().get("1").executeAsync().get();
        asc.apps().list().executeWithResponse();
        asc.builds().getApp("1").execute();
        try {
            asc.users().get("missing").execute();
            throw new AssertionError("The server responds with an error.");
        } catch (ApiException e) {
            System.out.println(e.getMessage());
        }
        // What a backend does with resources.
        ObjectMapper plain =
                JsonMapper.builder().addModule(new JavaTimeModule()).build();
        plain.writeValueAsString(List.of(user, asc.builds().get("1").execute()));
        plain.writeValueAsString(asc.users().list().execute());
        JsonMapper.builder().addModule(new JsonApiModule()).build().writeValueAsString(user);
    }

    private static void writes(AppStoreConnect asc) {
        UsersApi users = asc.users();
        users.update("1", b -> b.roles(UserRole.DEVELOPER).visibleApps(List.of("1")))
                .execute();
        users.addVisibleApps("1", List.of("1")).execute();
        users.delete("1").execute();
        asc.betaGroups().create(b -> b.name("Nightly").app("1")).execute();
        asc.appStoreVersions().setBuild("1", "1").execute();
        asc.appStoreVersions().clearBuild("1").execute();
    }

    /** The length of the text, which resources with secrets write by reflection. */
    private static int decode(AppStoreConnect asc, Class<?> type) throws Exception {
        ResourceType name = type.getAnnotation(ResourceType.class);
        if (name != null || JsonResponse.class.isAssignableFrom(type)) {
            String data = name == null ? "{}" : "{\"type\": \"" + name.value() + "\", \"id\": \"1\"}";
            Object decoded = asc.retrofit()
                    .responseBodyConverter(type, new Annotation[0])
                    .convert(ResponseBody.create("{\"data\": " + data + "}", MediaType.get("application/json")));
            return String.valueOf(decoded).length();
        }
        return 0;
    }

    /** A user for the path of a user, a build for that of a build, an app for any other. */
    private static final class Responses extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
            String path = Objects.requireNonNull(request.getRequestUrl()).encodedPath();
            boolean user = path.startsWith("/v1/users");
            String resource = user && !path.contains("visibleApps") ? USER : path.endsWith("builds/1") ? BUILD : APP;
            boolean list = path.matches(".*/(users|apps|visibleApps)");
            MockResponse response = new MockResponse().setHeader("Content-Type", "application/json");
            if (path.endsWith("missing")) {
                return response.setResponseCode(404)
                        .setBody("{\"errors\": [{\"status\": \"404\", \"code\": \"NOT_FOUND\", \"title\": \"t\"}]}");
            }
            return Objects.equals(request.getMethod(), "GET") || path.endsWith("betaGroups") || path.endsWith("users/1")
                    ? response.setBody("{\"data\": " + (list ? "[" + resource + "]" : resource) + ", \"links\": {}}")
                    : response.setResponseCode(204);
        }
    }
}
