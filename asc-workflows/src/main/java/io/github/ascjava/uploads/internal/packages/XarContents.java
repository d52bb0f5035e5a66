package io.github.ascjava.uploads.internal.packages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the table of contents of a xar archive: nested elements {@code file} with names and places of data. */
final class XarContents {

    private final List<XarEntry> entries = new ArrayList<>();

    private XarContents() {}

    /** Returns the entries that have data, in the order of the table. */
    static List<XarEntry> parse(byte[] table) throws UnreadablePackageException {
        XmlElement root;
        try {
            root = XmlElement.parse(new String(table, StandardCharsets.UTF_8), false);
        } catch (UnreadablePackageException e) {
            throw new UnreadablePackageException(
                    "has a table of contents that " + e.getMessage() + "; build the package again", e.getCause());
        }
        XarContents contents = new XarContents();
        for (XmlElement toc : root.children("toc")) {
            contents.addAll(toc, "");
        }
        return List.copyOf(contents.entries);
    }

    private void addAll(XmlElement parent, String folder) throws UnreadablePackageException {
        for (XmlElement file : parent.children("file")) {
            String path = folder + name(file);
            Names.requireInside(path);
            XmlElement data = file.child("data");
            if (data != null) {
                entries.add(entry(path, data));
            }
            addAll(file, path + "/");
        }
    }

    private static XarEntry entry(String path, XmlElement data) throws UnreadablePackageException {
        XmlElement encoding = data.child("encoding");
        String style = encoding == null ? null : encoding.attribute("style");
        return new XarEntry(
                path,
                number(data.child("offset"), path),
                number(data.child("length"), path),
                style == null ? "application/octet-stream" : style);
    }

    private static String name(XmlElement file) throws UnreadablePackageException {
        XmlElement name = file.child("name");
        if (name == null || name.text().isEmpty()) {
            throw new UnreadablePackageException(
                    "has an entry without a name in its table of contents; build the package again");
        }
        if (!"base64".equals(name.attribute("enctype"))) {
            return name.text();
        }
        try {
            return new String(Base64.getMimeDecoder().decode(name.text()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UnreadablePackageException(
                    "has a name in its table of contents that is not valid base64; build the package again", e);
        }
    }

    private static long number(@Nullable XmlElement element, String path) throws UnreadablePackageException {
        String text = element == null ? "" : element.text();
        if (!text.matches("[0-9]{1,18}")) {
            throw new UnreadablePackageException(
                    "does not say where " + Names.excerpt(path) + " is in the archive; build the package again");
        }
        return Long.parseLong(text);
    }
}
