package io.github.ascjava.examples.reports.jdbc;

/**
 * Where in a database the rows of a report belong.
 *
 * @param table the table of the rows; that of the days has the same name with {@code _days}
 * @param ownerColumn the column that says whose report it is, such as {@code vendor_number}
 * @param owner whose report it is
 */
public record Target(String table, String ownerColumn, String owner) {}
