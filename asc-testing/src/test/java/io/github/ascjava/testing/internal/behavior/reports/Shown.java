package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What reports show, by the names of the columns. */
final class Shown {

    private Shown() {}

    /** Gives an app a version that is on sale; without one, reports have nothing to say about it. */
    static StoredResource onSale(StoredResource app, Api api) {
        StoredResource version = api.add(
                "appStoreVersions",
                "version-" + app.id(),
                "{'versionString':'1.2','platform':'IOS','appVersionState':'READY_FOR_DISTRIBUTION'}");
        api.world().store().link(app, "appStoreVersions", version);
        return app;
    }

    /** Reads a table: the names of the columns, then the rows. */
    static List<Map<String, String>> rows(List<String> lines) {
        String[] columns = lines.get(0).split("\t", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    static String text(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    static BigDecimal number(Map<String, String> row, String column) {
        return new BigDecimal(text(row, column));
    }
}
