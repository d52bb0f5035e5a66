package io.github.ascjava.client.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.TestKeys;
import io.github.ascjava.client.call.Query;
import io.github.ascjava.client.jsonapi.ResourceBody;
import io.github.ascjava.client.jsonapi.ToManyLinkage;
import io.github.ascjava.client.jsonapi.ToOneLinkage;
import io.github.ascjava.client.jsonapi.UpdateRequest;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An empty ID would turn many operations into another one, such as {@code DELETE /v1/users/}. */
class EmptyIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void noOperationTakesAnIdThatIsEmpty(String id) {
        try (AppStoreConnect asc = AppStoreConnect.create(TestKeys.team())) {
            List<ApiMethod> withId = ApiMethod.all().stream()
                    .filter(method -> method.path().contains("{"))
                    .toList();

            assertThat(withId)
                    .hasSizeGreaterThan(900)
                    .allSatisfy(method -> assertThat(refusal(asc, method, id))
                            .isEqualTo(method.operation() + ": the id in the path is empty, so the request would"
                                    + " address another resource. Pass the id of a resource."));
        }
    }

    private static String refusal(AppStoreConnect asc, ApiMethod method, String id)
            throws ReflectiveOperationException {
        Method form = method.method();
        Object[] arguments = Arrays.stream(form.getGenericParameterTypes())
                .map(type -> argument(type, id))
                .toArray();
        try {
            return "made " + form.invoke(asc.api(method.api()), arguments);
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof IllegalArgumentException refused
                    ? String.valueOf(refused.getMessage())
                    : String.valueOf(e.getCause());
        }
    }

    private static Object argument(Type type, String id) {
        Class<?> raw = Queries.raw(type);
        if (raw == ToManyLinkage.class) {
            return ToManyLinkage.of("apps", List.of("7"));
        } else if (raw == ToOneLinkage.class) {
            return ToOneLinkage.of("apps", "7");
        } else if (type instanceof ParameterizedType generic && raw == UpdateRequest.class) {
            return new UpdateRequest<>(id, Arguments.minimal((Class<?>) generic.getActualTypeArguments()[0]));
        } else if (ResourceBody.class.isAssignableFrom(raw)) {
            return Arguments.minimal(raw);
        }
        return Query.class.isAssignableFrom(raw) ? query(raw) : id;
    }

    private static Object query(Class<?> type) {
        try {
            // The query parameters that Apple requires, if any.
            Constructor<?> constructor = type.getConstructors()[0];
            return constructor.newInstance(Arrays.stream(constructor.getGenericParameterTypes())
                    .map(Arguments::of)
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
