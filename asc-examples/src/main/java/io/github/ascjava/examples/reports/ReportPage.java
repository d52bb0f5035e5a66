package io.github.ascjava.examples.reports;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes figures as one page that needs no network and runs no script. */
final class ReportPage {

    private static final int MOST_BARS = 15;
    private static final int MOST_OPEN = 3;

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1d2433; --soft: #667085; --line: #d9dee8; --bar: #2f6fde; --apart: #c2570c;
              --back: #fff; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e6e9f0; --soft: #98a2b3; --line: #3a4254; --bar: #6ea0ff; --apart: #f59e4b;
                --back: #151a24; }
            }
            body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--back);
              max-width: 1360px; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.5rem; margin-bottom: 0; }
            h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
            p { color: var(--soft); margin-top: .2rem; }
            summary { cursor: pointer; font-weight: 600; margin: .6rem 0; }
            table { border-collapse: collapse; }
            td, th { padding: .15rem 1.5rem .15rem 0; text-align: left; font-variant-numeric: tabular-nums; }
            td + td { text-align: right; }
            .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 1rem 2rem; }
            figure { margin: 0; }
            figcaption { color: var(--soft); margin-bottom: .3rem; }
            svg { width: 100%; height: auto; display: block; }
            rect { fill: var(--bar); }
            .apart rect { fill: var(--apart); }
            line { stroke: var(--line); }
            text { fill: var(--ink); font-size: 12px; }
            .m { text-anchor: middle; }
            .e { text-anchor: end; }
            """;

    private final Figures figures;
    private final Totals totals;
    private final Writer out;

    private ReportPage(Figures figures, Totals totals, Writer out) {
        this.figures = figures;
        this.totals = totals;
        this.out = out;
    }

    /**
     * Writes the page.
     *
     * @param title what the report is of
     * @param note what days it has
     */
    static void write(String title, String note, Figures figures, Totals totals, Writer out) throws IOException {
        ReportPage page = new ReportPage(figures, totals, out);
        out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        // Even if a text of the report were taken for HTML, nothing would be loaded or run.
        out.write(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        out.write("<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + Html.text(title) + "</title>\n");
        out.write("<style>\n" + STYLE + "</style>\n</head>\n<body>\n<h1>" + Html.text(title) + "</h1>\n<p>"
                + Html.text(note) + "</p>\n");
        page.sums();
        for (String name : figures.names(totals)) {
            page.section(name);
        }
        out.write("</body>\n</html>\n");
    }

    private void sums() throws IOException {
        out.write("<table>\n");
        for (String name : figures.names(totals)) {
            for (Measure measure : totals.measures(name)) {
                out.write("<tr><td>" + Html.text(measure.caption()) + "</td><td>"
                        + Plot.number(measure, totals.sum(measure)) + "</td></tr>\n");
            }
        }
        out.write("</table>\n");
    }

    private void section(String name) throws IOException {
        List<Measure> measures = totals.measures(name);
        out.write((figures.isApart(name) ? "<section class=\"apart\">" : "<section>") + "\n<h2>" + Html.text(name)
                + "</h2>\n");
        for (Measure measure : measures) {
            if (measure.currency() == null) {
                plots(measure);
            } else {
                String open = measures.size() <= MOST_OPEN ? " open" : "";
                out.write("<details" + open + "><summary>" + Html.text(measure.currency()) + " "
                        + Plot.number(measure, totals.sum(measure)) + "</summary>\n");
                plots(measure);
                out.write("</details>\n");
            }
        }
        out.write("</section>\n");
    }

    private void plots(Measure measure) throws IOException {
        out.write("<div class=\"plots\">\n");
        for (Dimension dimension : Dimension.values()) {
            String title = measure.caption() + " by " + dimension.word();
            List<Plot.Bar> bars = bars(measure, dimension);
            out.write("<figure><figcaption>" + Html.text(title) + "</figcaption>\n"
                    + (dimension == Dimension.DAY
                            ? Plot.ofDays(title, measure, bars)
                            : Plot.ofNames(title, measure, bars))
                    + "</figure>\n");
        }
        out.write("</div>\n");
    }

    private List<Plot.Bar> bars(Measure measure, Dimension dimension) {
        Map<String, BigDecimal> all = totals.of(measure, dimension);
        List<Plot.Bar> bars = new ArrayList<>();
        BigDecimal rest = BigDecimal.ZERO;
        int others = 0;
        for (String key : Figures.ordered(totals, dimension, measure)) {
            if (!all.containsKey(key)) {
                continue;
            }
            if (dimension == Dimension.DAY || bars.size() < MOST_BARS) {
                bars.add(new Plot.Bar(totals.label(dimension, key), all.get(key)));
            } else {
                rest = rest.add(all.get(key));
                others++;
            }
        }
        if (others > 0) {
            bars.add(new Plot.Bar(others + " others", rest));
        }
        return bars;
    }
}
