package io.github.ascjava.reports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Report files, made on the spot. */
final class ReportFiles {

    private ReportFiles() {}

    /** Joins cells with tabs. */
    static String line(String... cells) {
        return String.join("\t", cells) + "\n";
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Compresses each part as a gzip member. */
    static byte[] gzip(byte[]... parts) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            try (GZIPOutputStream member = new GZIPOutputStream(file)) {
                member.write(part);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file.toByteArray();
    }

    static ReportReader open(byte[] file) {
        return ReportReader.open(new ByteArrayInputStream(file));
    }

    static ReportReader open(String text) {
        return open(utf8(text));
    }

    /** Reads all rows. */
    static List<ReportRow> rows(byte[] file) {
        List<ReportRow> rows = new ArrayList<>();
        try (ReportReader reader = open(file)) {
            reader.forEach(rows::add);
        }
        return rows;
    }

    static List<ReportRow> rows(String text) {
        return rows(utf8(text));
    }

    /** Reads the first row below a header. */
    static ReportRow row(String header, String row) {
        return rows(header + row).get(0);
    }
}
