package io.github.ascjava.testing.internal.behavior.notary;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** An upload in parts. Of each part, only its size, its hash and its first bytes are kept. */
final class MultipartUpload {

    private static final long SMALLEST_PART = 5L * 1024 * 1024;
    private static final int HEAD = 16;

    private final Map<Integer, Part> parts = new TreeMap<>();

    /** Adds a part, replacing an earlier one of the same number; returns its ETag. */
    String put(int number, ByteString content) {
        Part part = new Part(
                content.size(), '"' + content.md5().hex() + '"', content.substring(0, Math.min(HEAD, content.size())));
        parts.put(number, part);
        return part.etag();
    }

    /** Returns the code of the error that completing the upload with a list of parts has, or null. */
    @Nullable
    String problem(ByteString list) {
        Map<Integer, String> named;
        try {
            named = read(list);
        } catch (XMLStreamException | NumberFormatException e) {
            return "MalformedXML";
        }
        if (named.isEmpty()) {
            return "MalformedXML";
        }
        int last = 0;
        for (int number : named.keySet()) {
            if (number <= last) {
                return "InvalidPartOrder";
            }
            last = number;
        }
        for (Map.Entry<Integer, String> each : named.entrySet()) {
            Part part = parts.get(each.getKey());
            if (part == null || !part.etag().equals(each.getValue())) {
                return "InvalidPart";
            }
            if (part.size() < SMALLEST_PART && each.getKey() != last) {
                return "EntityTooSmall";
            }
        }
        return null;
    }

    /** Returns the first bytes of the file. */
    ByteString head() {
        return parts.values().iterator().next().head();
    }

    String etag() {
        return '"'
                + ByteString.encodeUtf8(String.join(
                                "", parts.values().stream().map(Part::etag).toList()))
                        .md5()
                        .hex()
                + "-" + parts.size() + '"';
    }

    private static Map<Integer, String> read(ByteString list) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        Map<Integer, String> parts = new LinkedHashMap<>();
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(list.toByteArray()));
        int number = 0;
        String etag = "";
        while (reader.hasNext()) {
            int event = reader.next();
            // The members of a part come in any order.
            if (event == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals("PartNumber")) {
                number = Integer.parseInt(reader.getElementText());
            } else if (event == XMLStreamReader.START_ELEMENT
                    && reader.getLocalName().equals("ETag")) {
                etag = reader.getElementText();
            } else if (event == XMLStreamReader.END_ELEMENT
                    && reader.getLocalName().equals("Part")) {
                parts.put(number, quoted(etag));
            }
        }
        return parts;
    }

    /** S3 accepts hashes with and without the quotes that are part of an ETag. */
    private static String quoted(String etag) {
        return etag.startsWith("\"") ? etag : '"' + etag + '"';
    }

    private record Part(long size, String etag, ByteString head) {}
}
