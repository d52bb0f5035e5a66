package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** A document with random samples, written with random whitespace, escapes and member order. */
final class RandomDocument {

    private static final List<String> NAMES = List.of(
            "text",
            "flag",
            "number",
            "longNumber",
            "fraction",
            "exact",
            "uri",
            "date",
            "dateTime",
            "color",
            "texts",
            "colors",
            "part",
            "parts",
            "json",
            "jsons",
            "class");
    private static final String[] DATES = {
        "2020-02-12T13:17:50.000+0000", "2022-09-07T10:42:15-07:00", "2022-09-07T10:42:15.123456789Z", "2026-09-15"
    };
    private static final String[] PIECES = {
        "a",
        "Z",
        "0",
        " ",
        "\"",
        "\\",
        "/",
        "\b",
        "\n",
        "\r",
        "\t",
        "\u0000",
        "\u001f",
        "\u007f",
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "ß",
        "é",
        "\u07ff",
        "\u0800",
        "日本",
        "\uffff",
        "\u2028",
        "😀",
        "𝄞",
        "\udbff\udfff",
        "RED",
        "null"
    };

    private final Random random;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    RandomDocument(long seed) {
        random = new Random(seed);
    }

    byte[] bytes() {
        StringBuilder json = new StringBuilder();
        write(document(), json);
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        return chance(10) ? withByteOrderMark(bytes) : bytes;
    }

    private static byte[] withByteOrderMark(byte[] bytes) {
        byte[] marked = new byte[bytes.length + 3];
        marked[0] = (byte) 0xef;
        marked[1] = (byte) 0xbb;
        marked[2] = (byte) 0xbf;
        System.arraycopy(bytes, 0, marked, 3, bytes.length);
        return marked;
    }

    private ObjectNode document() {
        ObjectNode document = nodes.objectNode();
        ArrayNode data = document.putArray("data");
        for (int i = random.nextInt(5); i > 0; i--) {
            data.add(sample("s" + i));
        }
        if (chance(2)) {
            ArrayNode included = document.putArray("included");
            for (int i = random.nextInt(6); i > 0; i--) {
                included.add(chance(6) ? anything(2) : other("o" + i));
            }
        }
        if (chance(2)) {
            document.putObject("links").put("self", text()).put("next", text());
        }
        if (chance(2)) {
            document.putObject("meta")
                    .putObject("paging")
                    .put("total", random.nextInt())
                    .put("limit", 50);
        }
        extend(document, 3);
        return document;
    }

    private ObjectNode sample(String id) {
        ObjectNode sample = nodes.objectNode();
        sample.put("id", id + text());
        sample.put("type", chance(8) ? text() : "samples");
        if (!chance(6)) {
            ObjectNode attributes = sample.putObject("attributes");
            for (String name : NAMES) {
                if (chance(2)) {
                    attributes.set(name, chance(3) ? anything(3) : fitting(name));
                }
            }
            extend(attributes, 3);
        } else if (chance(2)) {
            sample.set("attributes", anything(0));
        }
        if (!chance(6)) {
            ObjectNode relationships = sample.putObject("relationships");
            for (String name : List.of("one", "many", "native", "unknown" + text())) {
                if (!chance(4)) {
                    relationships.set(name, relationship());
                }
            }
        } else if (chance(2)) {
            sample.set("relationships", anything(0));
        }
        if (chance(2)) {
            sample.set("links", chance(4) ? anything(1) : nodes.objectNode().put("self", text()));
        }
        extend(sample, 4);
        return sample;
    }

    private JsonNode relationship() {
        if (chance(6)) {
            return anything(2);
        }
        ObjectNode relationship = nodes.objectNode();
        switch (random.nextInt(4)) {
            case 0 -> relationship.putNull("data");
            case 1 -> relationship.set("data", identifier());
            case 2 -> {
                ArrayNode data = relationship.putArray("data");
                for (int i = random.nextInt(5); i > 0; i--) {
                    data.add(chance(10) ? anything(1) : identifier());
                }
            }
            default -> {
                // Links only.
            }
        }
        if (chance(2)) {
            relationship.putObject("links").put("self", text()).put("related", text());
        }
        extend(relationship, 6);
        return relationship;
    }

    private ObjectNode identifier() {
        return nodes.objectNode().put("type", "others").put("id", "o" + random.nextInt(8));
    }

    private ObjectNode other(String id) {
        ObjectNode other = nodes.objectNode();
        other.put("type", chance(5) ? "strangers" : "others").put("id", id);
        ObjectNode attributes = other.putObject("attributes");
        attributes.put("name", text());
        extend(attributes, 3);
        extend(other, 4);
        return other;
    }

    private void extend(ObjectNode node, int rarity) {
        while (chance(rarity)) {
            node.set("x" + text(), anything(3));
        }
    }

    private JsonNode fitting(String name) {
        return switch (name) {
            case "text", "class" -> nodes.textNode(text());
            case "flag" -> nodes.booleanNode(chance(2));
            case "number" -> nodes.numberNode(random.nextInt());
            case "longNumber" -> nodes.numberNode(random.nextLong());
            case "fraction", "exact" -> number();
            case "uri" -> nodes.textNode("https://example.com/" + random.nextInt());
            case "date", "dateTime" -> nodes.textNode(DATES[random.nextInt(DATES.length)]);
            case "color" -> nodes.textNode(chance(2) ? "RED" : text());
            case "texts", "colors" -> array(() -> nodes.textNode(text()));
            case "part" -> part();
            case "parts" -> array(this::part);
            default -> array(() -> anything(2));
        };
    }

    private ObjectNode part() {
        ObjectNode part = nodes.objectNode();
        part.set("name", chance(5) ? anything(1) : nodes.textNode(text()));
        part.set("width", chance(5) ? anything(1) : nodes.numberNode(random.nextInt(1000)));
        if (chance(2)) {
            part.set("default", nodes.booleanNode(true));
        }
        if (chance(2)) {
            part.putObject("inner").set("numbers", array(() -> chance(9) ? anything(0) : nodes.numberNode(7)));
        }
        if (chance(6)) {
            extend(part, 2);
        }
        return part;
    }

    private ArrayNode array(Supplier<JsonNode> element) {
        ArrayNode array = nodes.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(element.get());
        }
        return array;
    }

    private JsonNode anything(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(chance(2));
            case 2 -> number();
            case 3 -> nodes.textNode(text());
            case 4 -> nodes.objectNode();
            case 5 -> nodes.arrayNode();
            case 6 -> array(() -> anything(depth - 1));
            default -> {
                ObjectNode object = nodes.objectNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.set(text(), anything(depth - 1));
                }
                yield object;
            }
        };
    }

    private JsonNode number() {
        return switch (random.nextInt(6)) {
            case 0 -> nodes.numberNode(0);
            case 1 -> nodes.numberNode(random.nextInt());
            case 2 -> nodes.numberNode(random.nextLong());
            case 3 -> nodes.numberNode(new BigInteger(100, random).negate());
            case 4 -> nodes.numberNode(new BigDecimal(random.nextInt()).movePointLeft(3));
            default -> nodes.numberNode(new BigDecimal(random.nextDouble() - 0.5));
        };
    }

    /** Mostly short; some texts exceed the buffers in which Jackson collects text. */
    private String text() {
        int length = chance(40) ? 3000 : random.nextInt(8);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private void write(JsonNode node, StringBuilder json) {
        blank(json);
        if (node.isObject()) {
            List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
            Collections.shuffle(members, random);
            json.append('{');
            String comma = "";
            for (Map.Entry<String, JsonNode> member : members) {
                json.append(comma);
                blank(json);
                string(member.getKey(), json);
                blank(json);
                json.append(':');
                write(member.getValue(), json);
                comma = ",";
            }
            blank(json);
            json.append('}');
        } else if (node.isArray()) {
            json.append('[');
            String comma = "";
            for (JsonNode element : node) {
                json.append(comma);
                write(element, json);
                comma = ",";
            }
            blank(json);
            json.append(']');
        } else if (node.isTextual()) {
            string(node.textValue(), json);
        } else {
            json.append(node.isNumber() ? node.decimalValue().toString() : node.asText());
        }
        blank(json);
    }

    private void blank(StringBuilder json) {
        while (chance(4)) {
            json.append(" \t\n\r".charAt(random.nextInt(4)));
        }
    }

    private void string(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point == '"' || point == '\\' || (point == '/' && chance(2))) {
                json.append('\\').append((char) point);
            } else if (point == '\n') {
                json.append("\\n");
            } else if (point < ' ' || chance(6)) {
                for (char c : Character.toChars(point)) {
                    json.append(String.format("\\u%04x", (int) c));
                }
            } else {
                json.appendCodePoint(point);
            }
        }
        json.append('"');
    }
}
