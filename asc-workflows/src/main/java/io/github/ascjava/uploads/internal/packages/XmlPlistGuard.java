package io.github.ascjava.uploads.internal.packages;

/** Checks an XML property list before dd-plist builds a tree of it: no entities, bounded depth and number of elements. */
final class XmlPlistGuard {

    private XmlPlistGuard() {}

    static void check(String xml) throws UnreadablePackageException {
        // The usual document type only names Apple's DTD, which is not loaded. A property list declares no entities.
        if (xml.contains("<!ENTITY")) {
            throw new UnreadablePackageException("declares XML entities, which are not expanded; build the app again");
        }
        XmlElement root = XmlElement.parse(xml, true);
        if (!root.name().equals("plist")) {
            throw new UnreadablePackageException("is not a property list; build the app again");
        }
    }
}
