package io.github.ascjava.reports.internal;

/** Recognizes files that are not reports by their first line, so that the error says what they are. */
final class FileKind {

    private FileKind() {}

    static void check(Cells firstLine) throws UnreadableException {
        String text = firstLine.textOrEmpty(0);
        if (text.startsWith("\u001f\ufffd")) {
            throw no("it was compressed twice; decompress it once first");
        }
        String start = text.strip();
        if (start.startsWith("<")) {
            throw no("it is an HTML or XML page, such as the login page of a proxy; check what was downloaded");
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            throw no("it is JSON, such as an error response; check what was downloaded");
        }
        if (start.startsWith("PK\u0003\u0004")) {
            throw no("it is a ZIP archive; unpack it first");
        }
        if (start.indexOf('\0') >= 0) {
            throw no("it has binary content or is in UTF-16; save it as UTF-8, or check what was downloaded");
        }
    }

    private static UnreadableException no(String reason) {
        return new UnreadableException("is not a report file: " + reason, null);
    }
}
