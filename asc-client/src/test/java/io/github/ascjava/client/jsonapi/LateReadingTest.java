package io.github.ascjava.client.jsonapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.ascjava.client.jsonapi.Sample.Other;
import io.github.ascjava.client.jsonapi.Sample.OtherV2;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Damages random documents and reads everything that the reader returns.
 *
 * <p>Relationships and included resources are read on access, by code that no longer expects exceptions. So a document
 * is either rejected at once, with one of two exceptions, or everything in it can be read.
 */
class LateReadingTest {

    private static final int DOCUMENTS = 500;
    private static final int DAMAGED_COPIES = 10;

    private static final byte[][] PIECES = {
        bytes("null"),
        bytes("{}"),
        bytes("[]"),
        bytes("\""),
        bytes("\\ud800"),
        bytes("\\u00"),
        bytes(","),
        bytes(":"),
        bytes("1e99999999999"),
        bytes("-"),
        bytes("0.5"),
        bytes("\"id\":null,"),
        bytes("\"type\":7,"),
        bytes("\"data\":[],"),
        bytes("\"relationships\":{\"one\":{\"data\":[{\"type\":\"others\",\"id\":\"1\"}]}},"),
        bytes("}"),
        bytes("]"),
        bytes("\"included\":[],"),
        bytes("\ufeff"),
        {(byte) 0xff},
        {(byte) 0xc3},
        {(byte) 0xf0, (byte) 0x9f},
        {0},
        {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
        {(byte) 0xf4, (byte) 0x9f, (byte) 0xbf, (byte) 0xbf}
    };

    @Test
    void anAcceptedDocumentStaysReadable() {
        int accepted = 0;
        int refused = 0;
        for (long seed = 1; seed <= DOCUMENTS; seed++) {
            byte[] document = new RandomDocument(seed).bytes();
            Random random = new Random(seed);
            for (int copy = 0; copy < DAMAGED_COPIES; copy++) {
                byte[] damaged = damaged(document, random);
                try {
                    if (readsWholly(damaged)) {
                        accepted++;
                    } else {
                        refused++;
                    }
                } catch (IOException | RuntimeException | Error e) {
                    throw new AssertionError(
                            "Seed " + seed + ", copy " + copy + ": " + new String(damaged, StandardCharsets.UTF_8), e);
                }
            }
        }
        assertThat(accepted).isGreaterThan(DOCUMENTS / 2);
        assertThat(refused).isGreaterThan(DOCUMENTS);
    }

    /** Returns whether the document was accepted; in that case, everything in it has been read. */
    private static boolean readsWholly(byte[] document) throws IOException {
        Page<Sample> page;
        try {
            page = Documents.page(Sample.class, document);
        } catch (InvalidDocumentException | JsonProcessingException e) {
            return false;
        }
        int texts = page.toString().length() + page.json().toString().length();
        for (Sample sample : page.data()) {
            texts += textsOf(sample);
            texts += sample.one().included().map(LateReadingTest::textsOf).orElse(0);
            texts +=
                    sample.renamedOne().included().map(LateReadingTest::textsOf).orElse(0);
            texts += sample.many().included().stream()
                    .mapToInt(LateReadingTest::textsOf)
                    .sum();
        }
        for (ResourceIdentifier identifier : page.included().identifiers()) {
            texts += page.included().json(identifier).orElseThrow().toString().length();
            texts += page.included()
                    .find(Sample.class, identifier.id())
                    .map(LateReadingTest::textsOf)
                    .orElse(0);
            texts += page.included()
                            .find(OtherV2.class, identifier.id())
                            .map(OtherV2::hashCode)
                            .orElse(0)
                    & 1;
        }
        assertThat(texts).isPositive();
        return true;
    }

    private static int textsOf(Sample sample) {
        assertThat(sample).hasSameHashCodeAs(sample);
        assertThat(sample.many().isTruncated()).isIn(true, false);
        return sample.toString().length()
                + textsOf(sample.unknownFields())
                + sample.one().links().toString().length()
                + String.valueOf(sample.many().total()).length();
    }

    private static int textsOf(Other other) {
        assertThat(other).hasSameHashCodeAs(other);
        int again = other.sample()
                .included()
                .map(sample -> sample.toString().length())
                .orElse(0);
        return other.toString().length() + textsOf(other.unknownFields()) + again;
    }

    private static int textsOf(UnknownFields unknownFields) {
        return (unknownFields.attributes().toString()
                        + unknownFields.relationships()
                        + unknownFields.members()
                        + unknownFields.json())
                .length();
    }

    /** Replaces a few bytes by a byte, a piece, another part of the document or nothing, once or several times. */
    private static byte[] damaged(byte[] document, Random random) {
        byte[] damaged = document;
        int times = random.nextInt(4) == 0 ? 3 : 1;
        for (int i = 0; i < times; i++) {
            int from = random.nextInt(damaged.length + 1);
            int to = Math.min(damaged.length, from + random.nextInt(1 + random.nextInt(12)));
            byte[] piece = switch (random.nextInt(4)) {
                case 0 -> new byte[0];
                case 1 -> new byte[] {(byte) random.nextInt(256)};
                case 2 -> some(damaged, random);
                default -> PIECES[random.nextInt(PIECES.length)];
            };
            damaged = replaced(damaged, from, to, piece);
        }
        return damaged;
    }

    private static byte[] some(byte[] document, Random random) {
        int from = random.nextInt(document.length + 1);
        int to = Math.min(document.length, from + random.nextInt(80));
        return Arrays.copyOfRange(document, from, to);
    }

    private static byte[] replaced(byte[] document, int from, int to, byte[] piece) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(document, 0, from);
        out.writeBytes(piece);
        out.write(document, to, document.length - to);
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
