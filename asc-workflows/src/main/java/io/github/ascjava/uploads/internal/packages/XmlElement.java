package io.github.ascjava.uploads.internal.packages;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** An element of a small XML document. DTDs and entities are off, depth and number of elements are bounded. */
final class XmlElement {

    private static final int DEEPEST = 64;
    private static final int MOST_ELEMENTS = 200_000;

    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlElement(String name) {
        this.name = name;
    }

    /**
     * Parses a document.
     *
     * @param documentType whether the document may name a DTD, which is not loaded in any case
     */
    static XmlElement parse(String xml, boolean documentType) throws UnreadablePackageException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            return parse(reader, documentType);
        } catch (XMLStreamException e) {
            throw new UnreadablePackageException("is not well-formed XML", e);
        }
    }

    private static XmlElement parse(XMLStreamReader reader, boolean documentType)
            throws XMLStreamException, UnreadablePackageException {
        XmlElement document = new XmlElement("");
        List<XmlElement> open = new ArrayList<>(List.of(document));
        int elements = 0;
        while (reader.hasNext()) {
            XmlElement current = open.get(open.size() - 1);
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() > DEEPEST || ++elements > MOST_ELEMENTS) {
                        throw new UnreadablePackageException("is nested too deeply or too large");
                    }
                    open.add(current.add(reader));
                }
                case XMLStreamConstants.END_ELEMENT -> open.remove(open.size() - 1);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> current.text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadablePackageException("refers to XML entities, which are not expanded");
                case XMLStreamConstants.DTD -> requireNone(documentType);
                default -> {} // Comments and processing instructions.
            }
        }
        return document.children.get(0);
    }

    private static void requireNone(boolean documentType) throws UnreadablePackageException {
        if (!documentType) {
            throw new UnreadablePackageException("has a document type, which is not read");
        }
    }

    private XmlElement add(XMLStreamReader reader) {
        XmlElement child = new XmlElement(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            child.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        children.add(child);
        return child;
    }

    String name() {
        return name;
    }

    /** Returns the text directly in this element, without white space around it. */
    String text() {
        return text.toString().strip();
    }

    @Nullable
    String attribute(String attribute) {
        return attributes.get(attribute);
    }

    List<XmlElement> children(String child) {
        return children.stream().filter(each -> each.name.equals(child)).toList();
    }

    @Nullable
    XmlElement child(String child) {
        return children.stream()
                .filter(each -> each.name.equals(child))
                .findFirst()
                .orElse(null);
    }

    /** Returns all elements of a name below this one, in the order of the document. */
    Stream<XmlElement> descendants(String descendant) {
        return children.stream()
                .flatMap(child -> Stream.concat(
                        child.name.equals(descendant) ? Stream.of(child) : Stream.empty(),
                        child.descendants(descendant)));
    }
}
