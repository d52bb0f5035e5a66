package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.client.api.apps.AppsApi;
import io.github.ascjava.client.api.apps.ListApps;
import io.github.ascjava.client.api.provisioning.BundleIdsApi;
import io.github.ascjava.client.api.provisioning.ListBundleIds;
import io.github.ascjava.client.api.users.ListUsers;
import io.github.ascjava.client.api.users.UsersApi;
import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.jsonapi.ResourceBody;
import io.github.ascjava.client.jsonapi.ToMany;
import io.github.ascjava.client.jsonapi.ToOne;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.apps.AppField;
import io.github.ascjava.client.model.apps.ContentRightsDeclaration;
import io.github.ascjava.client.model.apps.SubscriptionStatusUrlVersion;
import io.github.ascjava.client.model.provisioning.BundleId;
import io.github.ascjava.client.model.provisioning.BundleIdCreate;
import io.github.ascjava.client.model.provisioning.BundleIdField;
import io.github.ascjava.client.model.provisioning.BundleIdPlatform;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserField;
import io.github.ascjava.client.model.users.UserRole;
import io.github.ascjava.client.model.users.UserUpdate;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.PATCH;
import retrofit2.http.POST;

/** Compares operations, queries, values and resources with Apple's OpenAPI document, where that is at hand. */
class AppleDocumentTest {

    private static final Path FILE = Path.of("..", "..", "shared", "spec", "app-store-connect-4.4.1.json");

    private static JsonNode document = new ObjectMapper().createObjectNode();

    @BeforeAll
    static void readDocument() throws IOException {
        assumeTrue(Files.exists(FILE), "Apple's document is not at hand, so nothing is compared with it.");
        document = new ObjectMapper().readTree(FILE.toFile());
    }

    @ParameterizedTest
    @ValueSource(classes = {AppsApi.class, BundleIdsApi.class, UsersApi.class})
    void everyOperationIsInTheDocument(Class<?> api) {
        List<Method> methods = operations(api);

        assertThat(methods).isNotEmpty();
        for (Method method : methods) {
            assertThat(operation(method).isMissingNode()).as("%s", method).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {AppsApi.class, BundleIdsApi.class, UsersApi.class})
    void everyQueryParameterIsOneOfItsOperation(Class<?> api) throws ReflectiveOperationException {
        for (Method method : operations(api)) {
            Set<String> documented = new TreeSet<>();
            operation(method)
                    .path("parameters")
                    .forEach(node -> documented.add(node.path("name").asText()));
            for (Class<?> type : method.getParameterTypes()) {
                if (Query.class.isAssignableFrom(type)) {
                    assertThat(documented).as("%s", method).containsAll(parameters(type));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {AppsApi.class, BundleIdsApi.class, UsersApi.class})
    void everyLimitReachesAsFarAsTheDocumentSays(Class<?> api) throws ReflectiveOperationException {
        for (Method method : operations(api)) {
            for (JsonNode parameter : operation(method).path("parameters")) {
                int maximum = parameter.path("schema").path("maximum").intValue();
                for (Class<?> type : method.getParameterTypes()) {
                    Method limit = Query.class.isAssignableFrom(type)
                            ? limit(type, parameter.path("name").asText())
                            : null;
                    if (limit != null) {
                        assertThat(limit.invoke(empty(type), maximum))
                                .as("%s", method)
                                .isNotNull();
                        assertThat(isRefused(limit, empty(type), maximum + 1))
                                .as("%s", method)
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void valuesAreThoseOfTheDocument() {
        assertValues(UserRole.known(), schema("UserRole").path("enum"));
        assertValues(BundleIdPlatform.known(), schema("BundleIdPlatform").path("enum"));
        JsonNode app = schema("App").path("properties").path("attributes").path("properties");
        assertValues(
                ContentRightsDeclaration.known(),
                app.path("contentRightsDeclaration").path("enum"));
        assertValues(
                SubscriptionStatusUrlVersion.known(),
                schema(app.path("subscriptionStatusUrlVersion")
                                .path("$ref")
                                .asText()
                                .replaceFirst(".*/", ""))
                        .path("enum"));
        assertValues(AppField.known(), parameter("/v1/apps", "fields[apps]"));
        assertValues(UserField.known(), parameter("/v1/users", "fields[users]"));
        assertValues(BundleIdField.known(), parameter("/v1/bundleIds", "fields[bundleIds]"));
        assertValues(ListApps.Sort.known(), parameter("/v1/apps", "sort"));
        assertValues(ListUsers.Sort.known(), parameter("/v1/users", "sort"));
        assertValues(ListUsers.Include.known(), parameter("/v1/users", "include"));
        assertValues(ListBundleIds.Sort.known(), parameter("/v1/bundleIds", "sort"));
        assertValues(ListBundleIds.Include.known(), parameter("/v1/bundleIds", "include"));
    }

    @ParameterizedTest
    @ValueSource(classes = {App.class, User.class, BundleId.class})
    void resourcesHaveTheAttributesOfTheDocument(Class<?> type) {
        JsonNode properties = schema(type.getSimpleName()).path("properties");
        Set<String> attributes = new TreeSet<>();
        Set<String> relationships = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType() == ToOne.class || component.getType() == ToMany.class) {
                relationships.add(component.getName());
                JsonNode data = properties
                        .path("relationships")
                        .path("properties")
                        .path(component.getName())
                        .path("properties")
                        .path("data");
                assertThat(data.path("type").asText())
                        .as("%s", component)
                        .isEqualTo(component.getType() == ToMany.class ? "array" : "object");
            } else if (!Set.of("id", "links", "unrecognized").contains(component.getName())) {
                attributes.add(component.getName());
            }
        }

        assertThat(attributes).isEqualTo(names(properties.path("attributes").path("properties")));
        assertThat(names(properties.path("relationships").path("properties"))).containsAll(relationships);
    }

    @Test
    void bodiesHaveWhatTheDocumentAllows() {
        assertAllowed(
                UserUpdate.builder()
                        .roles(UserRole.ADMIN)
                        .allAppsVisible(true)
                        .provisioningAllowed(true)
                        .visibleApps(List.of())
                        .build(),
                "UserUpdateRequest");
        assertAllowed(
                BundleIdCreate.builder("a", "b", BundleIdPlatform.IOS)
                        .seedId("c")
                        .build(),
                "BundleIdCreateRequest");
        JsonNode required = schema("BundleIdCreateRequest")
                .path("properties")
                .path("data")
                .path("properties")
                .path("attributes")
                .path("required");
        assertThat(texts(required))
                .hasSameElementsAs(BundleIdCreate.builder("a", "b", BundleIdPlatform.IOS)
                        .build()
                        .attributes()
                        .keySet());
    }

    private static void assertAllowed(ResourceBody body, String schema) {
        JsonNode data = schema(schema).path("properties").path("data").path("properties");
        assertThat(texts(data.path("type").path("enum"))).containsExactly(body.type());
        assertThat(body.attributes().keySet())
                .isEqualTo(names(data.path("attributes").path("properties")));
        assertThat(body.relationships().keySet())
                .isEqualTo(names(data.path("relationships").path("properties")));
    }

    private static void assertValues(List<? extends OpenEnum> known, JsonNode documented) {
        assertThat(known).extracting(OpenEnum::value).containsExactlyElementsOf(texts(documented));
    }

    private static List<Method> operations(Class<?> api) {
        return Arrays.stream(api.getMethods())
                .filter(method -> !method.isDefault())
                .toList();
    }

    private static JsonNode operation(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            if (annotation instanceof GET get) {
                return operation("get", get.value());
            } else if (annotation instanceof POST post) {
                return operation("post", post.value());
            } else if (annotation instanceof PATCH patch) {
                return operation("patch", patch.value());
            } else if (annotation instanceof DELETE delete) {
                return operation("delete", delete.value());
            } else if (annotation instanceof HTTP http) {
                return operation(http.method().toLowerCase(Locale.ROOT), http.path());
            }
        }
        throw new AssertionError(method + " has no verb.");
    }

    private static JsonNode operation(String verb, String path) {
        return document.path("paths").path("/" + path).path(verb);
    }

    private static JsonNode parameter(String path, String name) {
        for (JsonNode parameter : document.path("paths").path(path).path("get").path("parameters")) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter.path("schema").path("items").path("enum");
            }
        }
        throw new AssertionError(path + " has no parameter " + name + ".");
    }

    private static JsonNode schema(String name) {
        return document.path("components").path("schemas").path(name);
    }

    /** Calls every method of a query that sets something, and returns the names of what was set. */
    private static Set<String> parameters(Class<?> type) throws ReflectiveOperationException {
        Set<String> names = new TreeSet<>();
        for (Method method : setters(type)) {
            Query<?> query = (Query<?>) method.invoke(empty(type), argument(method.getParameterTypes()[0]));
            names.addAll(query.keySet());
        }
        assertThat(names).as("%s", type).hasSameSizeAs(setters(type));
        return names;
    }

    private static List<Method> setters(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == type)
                .toList();
    }

    private static @Nullable Method limit(Class<?> type, String name) throws ReflectiveOperationException {
        for (Method method : setters(type)) {
            if (method.getParameterTypes()[0] == int.class
                    && ((Query<?>) method.invoke(empty(type), 1)).containsKey(name)) {
                return method;
            }
        }
        return null;
    }

    private static boolean isRefused(Method method, Object target, int argument) throws IllegalAccessException {
        try {
            method.invoke(target, argument);
            return false;
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof IllegalArgumentException;
        }
    }

    private static Object empty(Class<?> type) throws ReflectiveOperationException {
        return type.getConstructor().newInstance();
    }

    private static Object argument(Class<?> type) throws ReflectiveOperationException {
        if (type == int.class) {
            return 1;
        } else if (type == boolean.class) {
            return true;
        }
        Class<?> element = type.getComponentType();
        Object array = Array.newInstance(element, 1);
        Array.set(
                array,
                0,
                element == String.class
                        ? "x"
                        : element.getConstructor(String.class).newInstance("x"));
        return array;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
