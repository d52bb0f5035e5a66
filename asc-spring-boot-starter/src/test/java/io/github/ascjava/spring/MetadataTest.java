package io.github.ascjava.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** What IDEs and the documentation say about the properties. */
class MetadataTest {

    @Test
    void everyPropertyIsDescribed() throws IOException {
        Map<String, JsonNode> described = new LinkedHashMap<>();
        URL metadata = Objects.requireNonNull(
                getClass().getClassLoader().getResource("META-INF/spring-configuration-metadata.json"));
        new ObjectMapper()
                .readTree(metadata)
                .get("properties")
                .forEach(property -> described.put(property.get("name").asText(), property));

        assertThat(described.keySet()).containsAll(properties());
        assertThat(described.values())
                .allSatisfy(property -> assertThat(property.path("description").asText())
                        .as(property.get("name").asText())
                        .matches("[A-Z].*\\."));
        assertThat(String.valueOf(described.get("ascjava.client.timeout"))).contains("\"defaultValue\":\"2m\"");
    }

    @Test
    void everyPropertyIsInTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("../docs/spring-boot.md"));

        assertThat(properties())
                .allSatisfy(name -> assertThat(page)
                        .contains("`" + (name.equals("ascjava.keys") ? "ascjava.keys.NAME.*" : name) + "`"));
    }

    @Test
    void noTextShowsASecret() {
        assertThat(new AscProperties.Key("2X9R4HXF34", "issuer", "private", "path", "json", false, null, false))
                .hasToString("Key[2X9R4HXF34]");
        assertThat(new AscProperties.Webhooks("s3cret", "older", "/path", DataSize.ofBytes(1)))
                .hasToString("Webhooks[/path]");
    }

    private static List<String> properties() {
        List<String> names = new ArrayList<>();
        collect("ascjava", AscProperties.class, names);
        return names;
    }

    private static void collect(String prefix, Class<?> type, List<String> names) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (component.getType().isRecord()) {
                collect(name, component.getType(), names);
            } else {
                names.add(name);
            }
        }
    }
}
