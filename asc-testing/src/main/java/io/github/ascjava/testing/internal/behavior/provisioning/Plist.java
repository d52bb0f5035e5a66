package io.github.ascjava.testing.internal.behavior.provisioning;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import okio.ByteString;

/** Writes property lists in Apple's XML format, indented with tabs like Apple's. */
final class Plist {

    private static final String HEADER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            """;

    private final StringBuilder xml = new StringBuilder(HEADER);

    private Plist() {}

    /**
     * Writes a dictionary.
     *
     * @param dictionary values are strings, integers, booleans, {@link Instant}s, {@link ByteString}s, lists and maps
     */
    static String write(Map<String, ?> dictionary) {
        Plist plist = new Plist();
        plist.value(dictionary, 0);
        return plist.xml.append("</plist>\n").toString();
    }

    private void value(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            line("<dict>", depth);
            map.forEach((key, member) -> {
                line("<key>" + escaped(key.toString()) + "</key>", depth + 1);
                value(member, depth + 1);
            });
            line("</dict>", depth);
        } else if (value instanceof List<?> list) {
            line("<array>", depth);
            list.forEach(member -> value(member, depth + 1));
            line("</array>", depth);
        } else if (value instanceof Boolean flag) {
            line(flag ? "<true/>" : "<false/>", depth);
        } else if (value instanceof Integer number) {
            line("<integer>" + number + "</integer>", depth);
        } else if (value instanceof Instant time) {
            line("<date>" + time.truncatedTo(ChronoUnit.SECONDS) + "</date>", depth);
        } else if (value instanceof ByteString bytes) {
            line("<data>" + bytes.base64() + "</data>", depth);
        } else {
            line("<string>" + escaped(value.toString()) + "</string>", depth);
        }
    }

    private void line(String text, int depth) {
        xml.append("\t".repeat(depth)).append(text).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
