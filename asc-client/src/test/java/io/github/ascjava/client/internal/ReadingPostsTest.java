package io.github.ascjava.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.codegen.EffectiveDocument;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** A POST that keeps nothing has a type that no other operation of the document reads, changes or refers to. */
class ReadingPostsTest {

    @Test
    void nothingElseKnowsTheirTypes() {
        JsonNode paths =
                EffectiveDocument.orElseThrow(TestAbortedException::new).root().path("paths");
        for (String path : ReadOnly.READING_POSTS) {
            String type = path.substring(path.lastIndexOf('/') + 1);
            List<String> operations = new ArrayList<>();
            paths.properties()
                    .forEach(each -> each.getValue().properties().forEach(operation -> {
                        if (List.of(each.getKey().split("/", -1)).contains(type)) {
                            operations.add(operation.getKey() + " " + each.getKey());
                        }
                    }));

            assertThat(operations).containsExactly("post " + path);
        }
    }
}
