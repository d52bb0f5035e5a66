package io.github.ascjava.examples.reports.jdbc;

import io.github.ascjava.examples.cli.FailedException;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names of tables and columns, as a database spells and quotes them. */
final class Identifiers {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Pattern UNQUOTED = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final String quote;
    private final boolean isUpperCase;

    Identifiers(DatabaseMetaData database) throws SQLException {
        this.quote = database.getIdentifierQuoteString().strip();
        this.isUpperCase = database.storesUpperCaseIdentifiers();
    }

    /** Returns a column of a report as a name that needs no quotes in queries: Begin Date becomes begin_date. */
    static String columnName(String column) {
        String name = column.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "c_" + name : name;
    }

    /** Returns a name in the case in which the database keeps unquoted names, so that queries can leave the quotes out. */
    String spelled(String name) {
        return isUpperCase && PLAIN.matcher(name).matches() ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** Returns a name for a statement. */
    String quoted(String name) {
        String spelled = spelled(name);
        if (!quote.isEmpty()) {
            return quote + spelled.replace(quote, quote + quote) + quote;
        }
        if (!UNQUOTED.matcher(spelled).matches()) {
            throw new FailedException("The database cannot quote names, so " + name
                    + " cannot be one. Use letters, digits and underscores.");
        }
        return spelled;
    }
}
