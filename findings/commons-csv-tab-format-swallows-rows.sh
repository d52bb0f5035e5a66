#!/usr/bin/env bash
# The tab-delimited format of Commons CSV makes one field of several rows when a field begins with a quotation mark.
#
# Version: commons-csv 1.14.1.
# Guess: CSVFormat.TDF reads tab-separated values, which have no quoting: a field is what stands between two tabs.
# What happens: TDF keeps the quotation mark of CSV. A field that begins with one goes on to the next mark, over tabs and
#   line ends. If that mark is the last character of a field, the rows between are gone without an error. If not,
#   reading ends with an exception.
# How it hurts: sales reports are such files, and a title may begin with a quotation mark. On the day when such an app
#   sells, rows are missing from the sum.
# What to do: CSVFormat.TDF.builder().setQuote(null).get(), or split the lines at tabs.
#
# Usage: findings/commons-csv-tab-format-swallows-rows.sh
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# Runs Maven on the pom and prints what it says only if it fails.
maven() {
    mvn -q -B -ntp -f "$work/pom.xml" "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; return 1; }
}

cat >"$work/pom.xml" <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>findings</groupId>
  <artifactId>rows</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.commons</groupId>
      <artifactId>commons-csv</artifactId>
      <version>1.14.1</version>
    </dependency>
  </dependencies>
</project>
XML
cat >"$work/Main.java" <<'JAVA'
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

public class Main {
    static final String INCHES = """
            Title\tUnits
            "Open and Shut\t1
            Chess\t20
            Ruler 12"\t300
            Mill\t4000
            """;
    static final String QUOTED_WORD = """
            Title\tUnits
            "Open" and Shut\t1
            Chess\t20
            """;

    public static void main(String[] args) throws IOException {
        CSVFormat tabs = CSVFormat.TDF.builder().setHeader().setSkipHeaderRecord(true).get();
        CSVFormat noQuotes = tabs.builder().setQuote(null).get();
        for (String report : new String[] {INCHES, QUOTED_WORD}) {
            System.out.println(sum(tabs, report) + "; without quotes " + sum(noQuotes, report));
        }
    }

    static String sum(CSVFormat format, String report) throws IOException {
        int rows = 0;
        int units = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(report), format)) {
            for (CSVRecord row : parser) {
                rows++;
                units += Integer.parseInt(row.get("Units"));
            }
        } catch (UncheckedIOException e) {
            return e.getCause().getClass().getSimpleName();
        }
        return rows + " rows, " + units + " units";
    }
}
JAVA

maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dmdep.outputFile="$work/path"
seen=$("$java" -cp "$(cat "$work/path")" "$work/Main.java")
echo "$seen"

expected="2 rows, 4300 units; without quotes 4 rows, 4321 units
CSVException; without quotes 2 rows, 21 units"
if [[ $seen != "$expected" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
