package io.github.ascjava.signing.internal;

import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDate;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSObject;
import com.dd.plist.NSString;
import com.dd.plist.PropertyListFormatException;
import com.dd.plist.XMLPropertyListParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads Apple's property lists in XML. */
public final class PropertyList {

    /** Apple's own are four levels deep; parsers recurse. */
    private static final int DEEPEST = 100;

    private PropertyList() {}

    /**
     * Reads a dictionary.
     *
     * @return the members in their order: String, Boolean, Long, Double, {@link java.time.Instant}, {@code byte[]}, List and
     *     Map. Unmodifiable
     */
    public static Map<String, Object> read(byte[] xml) throws UnreadableException {
        String text = new String(xml, StandardCharsets.UTF_8);
        if (!text.contains("<plist")) {
            throw new UnreadableException("is not a property list in XML.");
        }
        // An entity could expand to gigabytes, or name a file of this machine; Apple writes none.
        if (text.contains("<!ENTITY")) {
            throw new UnreadableException("is a property list with entities, which Apple does not write.");
        }
        requireFlat(text);
        try {
            DocumentBuilder parser = XMLPropertyListParser.getDocBuilder();
            // The default handler prints errors to the standard error stream.
            parser.setErrorHandler(new DefaultHandler());
            Document document = parser.parse(new ByteArrayInputStream(xml));
            if (XMLPropertyListParser.parse(document) instanceof NSDictionary dictionary) {
                return map(dictionary);
            }
        } catch (IOException
                | SAXException
                | ParserConfigurationException
                | PropertyListFormatException
                | RuntimeException e) {
            throw new UnreadableException("is a damaged property list.", e);
        }
        throw new UnreadableException("is a property list that is not a dictionary.");
    }

    private static void requireFlat(String text) throws UnreadableException {
        int depth = 0;
        for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
            if (text.startsWith("dict", i + 1) || text.startsWith("array", i + 1)) {
                depth += text.startsWith("/>", i + (text.charAt(i + 1) == 'd' ? 5 : 6)) ? 0 : 1;
            } else if (text.startsWith("/dict", i + 1) || text.startsWith("/array", i + 1)) {
                depth--;
            }
            if (depth > DEEPEST) {
                throw new UnreadableException("is a property list of more than " + DEEPEST + " levels.");
            }
        }
    }

    private static Map<String, Object> map(NSDictionary dictionary) {
        Map<String, Object> map = new LinkedHashMap<>();
        dictionary.forEach((key, value) -> map.put(key, value(value)));
        return Collections.unmodifiableMap(map);
    }

    private static Object value(NSObject value) {
        if (value instanceof NSDictionary dictionary) {
            return map(dictionary);
        } else if (value instanceof NSArray array) {
            List<Object> list = new ArrayList<>();
            for (NSObject each : array.getArray()) {
                list.add(value(each));
            }
            return Collections.unmodifiableList(list);
        } else if (value instanceof NSString string) {
            return string.getContent();
        } else if (value instanceof NSDate date) {
            return date.getDate().toInstant();
        } else if (value instanceof NSData data) {
            return data.bytes();
        } else if (value instanceof NSNumber number) {
            return number.isBoolean()
                    ? (Object) number.boolValue()
                    : number.isInteger() ? (Object) number.longValue() : (Object) number.doubleValue();
        }
        return String.valueOf(value);
    }
}
