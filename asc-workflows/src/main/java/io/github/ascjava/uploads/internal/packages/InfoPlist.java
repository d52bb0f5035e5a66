package io.github.ascjava.uploads.internal.packages;

import com.dd.plist.BinaryPropertyListParser;
import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSObject;
import com.dd.plist.NSString;
import com.dd.plist.XMLPropertyListParser;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An {@code Info.plist}, binary or XML. */
final class InfoPlist {

    private final NSDictionary root;
    private final String place;

    private InfoPlist(NSDictionary root, String place) {
        this.root = root;
        this.place = place;
    }

    static InfoPlist read(byte[] bytes, String place) throws UnreadablePackageException {
        NSObject root;
        try {
            root = parse(bytes);
        } catch (UnreadablePackageException e) {
            throw new UnreadablePackageException(
                    "has a property list " + Names.excerpt(place) + " that " + e.getMessage(), e.getCause());
        }
        if (root instanceof NSDictionary dictionary) {
            return new InfoPlist(dictionary, place);
        }
        throw new UnreadablePackageException(
                "has a property list " + Names.excerpt(place) + " that is not a dictionary; build the app again");
    }

    private static @Nullable NSObject parse(byte[] bytes) throws UnreadablePackageException {
        boolean binary = new String(bytes, 0, Math.min(bytes.length, 6), StandardCharsets.US_ASCII).equals("bplist");
        String xml = binary ? "" : text(bytes);
        if (binary) {
            BinaryPlistGuard.check(bytes);
        } else {
            XmlPlistGuard.check(xml);
        }
        try {
            return binary ? BinaryPropertyListParser.parse(bytes) : XMLPropertyListParser.parse(new StringReader(xml));
        } catch (Exception e) {
            // dd-plist reports damage with exceptions of many kinds, unchecked ones too.
            throw new UnreadablePackageException("is damaged; build the app again", e);
        }
    }

    /** The text is decoded here, so that the guard and the parser see the same one. */
    private static String text(byte[] bytes) {
        boolean utf16 = bytes.length > 1
                && ((bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)
                        || (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe));
        Charset charset = utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        String text = new String(bytes, charset);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** Returns a text, or null if there is none. */
    @Nullable
    String text(String key) throws UnreadablePackageException {
        NSObject value = root.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof NSString text) {
            return text.getContent();
        }
        // Numbers are not converted: Apple demands texts, and dd-plist reads integers from 2^63 on wrongly.
        throw new UnreadablePackageException("has a " + key + " in " + Names.excerpt(place)
                + " that is not a string; write it as a string and build again");
    }

    /** Returns the texts of an array, or the only one. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (NSObject value : values(key)) {
            if (value instanceof NSString text) {
                texts.add(text.getContent());
            }
        }
        return texts;
    }

    /** Returns the integers of an array, or the only one, sorted; some tools write them as texts. */
    List<Integer> integers(String key) {
        SortedSet<Integer> integers = new TreeSet<>();
        for (NSObject value : values(key)) {
            if (value instanceof NSNumber number && number.isInteger()) {
                integers.add(number.intValue());
            } else if (value instanceof NSString text && text.getContent().matches("[0-9]{1,9}")) {
                integers.add(Integer.valueOf(text.getContent()));
            }
        }
        return List.copyOf(integers);
    }

    /** Returns a boolean, or null if there is none. */
    @Nullable
    Boolean flag(String key) {
        return (root.get(key) instanceof NSNumber number && number.isBoolean()) ? number.boolValue() : null;
    }

    private List<NSObject> values(String key) {
        NSObject value = root.get(key);
        if (value == null) {
            return List.of();
        }
        List<NSObject> values = new ArrayList<>();
        for (NSObject each : value instanceof NSArray array ? array.getArray() : new NSObject[] {value}) {
            if (each != null) {
                values.add(each);
            }
        }
        return values;
    }
}
