package io.github.ascjava.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.codegen.EffectiveDocument;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;
import retrofit2.http.GET;
import retrofit2.http.POST;

/** The table names what exists: operations of the generated interfaces, and members and parameters of the document. */
class NaturalKeysTest {

    static List<NaturalKey> keys() {
        return NaturalKeys.ALL;
    }

    @ParameterizedTest
    @MethodSource("keys")
    void theOperationsExist(NaturalKey key) {
        assertThat(methods()
                        .anyMatch(method -> method.isAnnotationPresent(POST.class)
                                && method.getAnnotation(POST.class).value().equals(key.collection())))
                .as(key.collection())
                .isTrue();
        assertThat(methods()
                        .anyMatch(method -> method.isAnnotationPresent(GET.class)
                                && method.getAnnotation(GET.class).value().equals(path(key))))
                .as(path(key))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void theMembersExist(NaturalKey key) {
        Document document = Document.read();
        JsonNode create = document.resolve(
                document.operation(key.collection(), "post").at("/requestBody/content/application~1json/schema"));
        JsonNode sent = document.resolve(create.at("/properties/data"));
        JsonNode response = document.resolve(
                document.operation(path(key), "get").at("/responses/200/content/application~1json/schema"));
        JsonNode data = response.at("/properties/data");
        JsonNode listed = document.resolve(data.has("items") ? data.path("items") : data);

        assertThat(document.names(sent, "attributes")).containsAll(key.attributes());
        assertThat(document.names(listed, "attributes")).containsAll(key.attributes());
        assertThat(document.names(sent, "relationships")).containsAll(key.distinguishing());
        assertThat(document.names(listed, "relationships")).containsAll(key.distinguishing());
        assertThat(document.names(sent, "relationships")).containsAll(key.compared());
        Set<String> members = document.names(sent, "relationships");
        members.addAll(document.names(sent, "attributes"));
        assertThat(members).containsAll(key.places());
        assertThat(sent.at("/properties/type/enum/0").asText())
                .isEqualTo(key.collection().substring(key.collection().indexOf('/') + 1))
                .isEqualTo(listed.at("/properties/type/enum/0").asText());
    }

    /** A relationship that distinguishes, or that the key misses, could not be compared. */
    @ParameterizedTest
    @MethodSource("keys")
    void theListTakesTheParameters(NaturalKey key) {
        Document document = Document.read();
        List<JsonNode> parameters = StreamSupport.stream(
                        document.operation(path(key), "get").path("parameters").spliterator(), false)
                .toList();
        Set<String> names = parameters.stream()
                .map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> includes = parameters.stream()
                .filter(parameter -> parameter.path("name").asText().equals("include"))
                .flatMap(parameter ->
                        StreamSupport.stream(parameter.at("/schema/items/enum").spliterator(), false))
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(names).containsAll(queryNames(key));
        assertThat(includes).containsAll(key.distinguishing()).containsAll(key.compared());
        for (JsonNode parameter : parameters) {
            if (parameter.path("required").asBoolean()
                    && parameter.path("in").asText().equals("query")) {
                assertThat(queryNames(key)).contains(parameter.path("name").asText());
            }
        }
    }

    private static Stream<Method> methods() {
        return Arrays.stream(AppStoreConnect.class.getMethods())
                .map(Method::getReturnType)
                .filter(Class::isInterface)
                .flatMap(api -> Arrays.stream(api.getMethods()));
    }

    /** The path of the list, whose parameters are named as in the document. */
    private static String path(NaturalKey key) {
        return key.list().replaceFirst("\\?.*", "").replaceAll("\\{\\w+}", "{id}");
    }

    private static Set<String> queryNames(NaturalKey key) {
        int query = key.list().indexOf('?');
        return query < 0
                ? Set.of()
                : Arrays.stream(key.list().substring(query + 1).split("&", -1))
                        .map(parameter -> parameter.substring(0, parameter.indexOf('=')))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private record Document(JsonNode root) {

        static Document read() {
            return Cached.DOCUMENT;
        }

        JsonNode operation(String path, String method) {
            return root.path("paths").path("/" + path).path(method);
        }

        JsonNode resolve(JsonNode schema) {
            String ref = schema.path("$ref").asText();
            return ref.isEmpty()
                    ? schema
                    : root.at("/components/schemas").path(ref.substring(ref.lastIndexOf('/') + 1));
        }

        Set<String> names(JsonNode resource, String kind) {
            Set<String> names = new TreeSet<>();
            resolve(resource.path("properties").path(kind))
                    .path("properties")
                    .fieldNames()
                    .forEachRemaining(names::add);
            return names;
        }

        private static final class Cached {
            static final Document DOCUMENT = new Document(
                    EffectiveDocument.orElseThrow(TestAbortedException::new).root());
        }
    }
}
