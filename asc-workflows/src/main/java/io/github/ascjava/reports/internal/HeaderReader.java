package io.github.ascjava.reports.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what precedes the rows: the lines above the header, and the header. */
public final class HeaderReader {

    /** What the lines above the header of a FINANCE_DETAIL report begin with. */
    private static final Set<String> PREAMBLE = Set.of("vendorname", "startdate", "enddate");

    private static final int LONGEST_PREAMBLE = 20;

    private final LineReader lines;
    private final Map<String, String> preamble = new LinkedHashMap<>();

    /** Reads from the start of the file. */
    public HeaderReader(LineReader lines) {
        this.lines = lines;
    }

    /** Returns the values of the lines above the header, after {@link #read()}. */
    public Map<String, String> preamble() {
        return preamble;
    }

    /** Reads up to the header, and splits it and all later lines at tabs, or at commas if the header has no tab. */
    public Columns read() throws IOException {
        Cells cells = nextLine();
        FileKind.check(cells);
        for (int count = 0; isPreamble(cells); count++) {
            if (count == LONGEST_PREAMBLE) {
                throw new UnreadableException(
                        "has no header after " + LONGEST_PREAMBLE + " lines; check that the file is a report",
                        lines.lineNumber());
            }
            preamble.put(cells.textOrEmpty(0), cells.textOrEmpty(1));
            cells = nextLine();
        }
        if (cells.size() == 1) {
            lines.setSeparator(',');
            cells = lines.cells();
        }
        if (cells.size() == 1) {
            throw new UnreadableException(
                    "is not a report file: its first line has neither tabs nor commas; check the file",
                    lines.lineNumber());
        }
        return columns(cells);
    }

    private Cells nextLine() throws IOException {
        @Nullable Cells cells = null;
        while (cells == null) {
            if (!lines.next()) {
                throw new UnreadableException("is empty: it has no header; download it again, or check the file", null);
            }
            cells = lines.isEmpty() ? null : lines.cells();
        }
        return cells;
    }

    private static boolean isPreamble(Cells cells) {
        for (int i = 2; i < cells.size(); i++) {
            if (!cells.isBlank(i)) {
                return false;
            }
        }
        return PREAMBLE.contains(Columns.key(cells.textOrEmpty(0)));
    }

    private static Columns columns(Cells header) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            names.add(header.textOrEmpty(i));
        }
        return new Columns(names);
    }
}
