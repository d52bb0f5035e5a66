package io.github.ascjava.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files are problems, never exceptions of a parser or loops. */
@Timeout(60)
class MetadataFuzzTest {

    private static final int RUNS = 3000;
    private static final String JSON =
            "{\"en-US\": {\"name\": \"Caf\u00e9\", \"subtitle\": null, \"keywords\": \"a,b\"}, \"default\": {\"supportUrl\":"
                    + " \"https://example.com\"}, \"no\": {\"whatsNew\": \"\\u00e9\\n\"}}";

    @TempDir
    Path folder;

    @Test
    void damagedTextsAreProblems() throws IOException {
        Random random = new Random(2026);
        Path file = folder.resolve("texts.json");
        int withProblems = 0;
        for (int run = 0; run < RUNS; run++) {
            Files.write(file, damaged(JSON, random));
            withProblems += MetadataFiles.json(file).validate().isEmpty() ? 0 : 1;
        }
        assertThat(withProblems).isBetween(RUNS / 2, RUNS - 1);
    }

    @Test
    void damagedStatesAreProblems() throws IOException {
        Random random = new Random(2027);
        Path file = Files.writeString(folder.resolve("texts.json"), "{}");
        Path state = folder.resolve(".texts.json.asc-metadata.json");
        String json = "{\"format\": \"1\", \"app\": \"1\", \"platform\": \"IOS\", \"version\": \"v\", \"texts\":"
                + " {\"en-US\": {\"name\": \"00ff\", \"subtitle\": \"\"}}}";
        for (int run = 0; run < RUNS; run++) {
            Files.write(state, damaged(json, random));
            try {
                SavedState.load(MetadataFiles.json(file).store(), "1");
            } catch (MetadataException e) {
                assertThat(e).hasMessageContaining(".texts.json.asc-metadata.json");
            }
        }
    }

    /** Replaces, removes, repeats or cuts off a few bytes. */
    private static byte[] damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0 && damaged.length() > 4; i--) {
            int at = random.nextInt(damaged.length() - 3);
            switch (random.nextInt(4)) {
                case 0 -> damaged.setCharAt(at, "{}[]\",:\\0x\u0000\uD800\n".charAt(random.nextInt(13)));
                case 1 -> damaged.delete(at, at + 1 + random.nextInt(3));
                case 2 -> damaged.insert(at, damaged.substring(at, at + 3));
                default -> damaged.setLength(at + 1);
            }
        }
        byte[] bytes = damaged.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) 0xC3;
        }
        return bytes;
    }
}
