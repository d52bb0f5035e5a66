package io.github.ascjava.client.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.client.conformance.ReflectionProbe.Access;
import io.github.ascjava.client.conformance.ReflectionProbe.Kind;
import io.github.ascjava.client.jsonapi.Field;
import io.github.ascjava.client.jsonapi.Include;
import io.github.ascjava.client.jsonapi.OpenEnum;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * GraalVM's metadata is complete: what libraries do by reflection with classes of this library and of JJWT is in it, and it
 * has nothing else but generated classes.
 *
 * <p>No image is built here. A debugger watches a program on the JVM, see {@link ReflectionProbe}.
 */
@Tag("native")
class NativeImageMetadataTest {

    /** Jackson, Retrofit and OkHttp have metadata of their own, or need none. */
    private static final String OWN = "io\\.github\\.ascjava\\..*|io\\.jsonwebtoken\\..*";

    private final Map<String, JsonNode> client = entries("asc-client");
    private final Map<String, JsonNode> auth = entries("asc-auth");

    @Test
    void whatAProgramDoesByReflectionIsInTheMetadataAndNothingElse(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output.txt");
        ReflectionProbe.Result result = ReflectionProbe.run(ReflectiveProgram.class, output);

        assertThat(result.exitCode()).as(Files.readString(output)).isZero();
        assertThat(result.seen().stream().map(Access::kind))
                .as("The probe sees every kind.")
                .contains(Kind.values());
        assertThat(result.seen().stream()
                        .filter(access -> access.type().matches(OWN))
                        .filter(access -> !covers(access)))
                .isEmpty();
        Set<String> needed = new TreeSet<>(generated().keySet());
        result.seen().forEach(access -> needed.add((access.kind() == Kind.PROXY ? "proxy " : "") + access.type()));
        assertThat(needed).containsAll(client.keySet()).containsAll(auth.keySet());
    }

    @Test
    void everyGeneratedClassHasTheEntryOfItsKind() {
        generated().forEach((type, members) -> {
            JsonNode entry = client.get(type);
            assertThat(entry).as(type).isNotNull();
            assertThat(members).as(type).allMatch(member -> entry.path(member).asBoolean());
        });
        assertThat(generated()).hasSizeGreaterThan(900);
    }

    /** What the entries of generated classes allow. */
    private static Map<String, Set<String>> generated() {
        Map<String, Set<String>> entries = new TreeMap<>();
        for (Class<?> api : ApiMethod.all().stream().map(ApiMethod::api).collect(Collectors.toSet())) {
            entries.put(api.getName(), Set.of("allPublicMethods"));
            entries.put("proxy " + api.getName(), Set.of());
        }
        for (Class<?> type : Generated.model().values()) {
            if (type.isRecord()) {
                entries.put(type.getName(), Set.of("allPublicConstructors", "allPublicMethods", "allDeclaredFields"));
            } else if (OpenEnum.class.isAssignableFrom(type)
                    && !Field.class.isAssignableFrom(type)
                    && !Include.class.isAssignableFrom(type)) {
                entries.put(type.getName(), Set.of("allDeclaredConstructors", "allPublicFields"));
            }
        }
        return entries;
    }

    private boolean covers(Access access) {
        String type = access.kind() == Kind.PROXY ? "proxy " + access.type() : access.type();
        JsonNode entry = client.getOrDefault(type, auth.get(type));
        return entry != null
                && switch (access.kind()) {
                    case PROXY, QUERY -> true;
                    case CONSTRUCTOR ->
                        entry.path("allDeclaredConstructors").asBoolean()
                                || entry.path("allPublicConstructors").asBoolean()
                                || names(entry, "<init>");
                    case METHOD -> entry.path("allPublicMethods").asBoolean() || names(entry, access.detail());
                    case FIELDS -> entry.path("allPublicFields").asBoolean();
                };
    }

    private static boolean names(JsonNode entry, String method) {
        return StreamSupport.stream(entry.path("methods").spliterator(), false)
                .anyMatch(each -> each.path("name").asText().equals(method));
    }

    /** The entries of a module, by type; those of proxies by "proxy" and the interface. */
    private static Map<String, JsonNode> entries(String module) {
        String file = "META-INF/native-image/io.github.ascjava/" + module + "/reachability-metadata.json";
        try (InputStream in =
                Objects.requireNonNull(OpenEnum.class.getClassLoader().getResourceAsStream(file), file)) {
            Map<String, JsonNode> entries = new TreeMap<>();
            for (JsonNode entry : new ObjectMapper().readTree(in).path("reflection")) {
                JsonNode proxy = entry.path("type").path("proxy");
                entries.put(
                        proxy.isMissingNode()
                                ? entry.path("type").asText()
                                : "proxy " + proxy.path(0).asText(),
                        entry);
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
