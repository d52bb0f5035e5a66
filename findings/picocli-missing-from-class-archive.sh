#!/usr/bin/env bash
# A class archive takes none of picocli's classes on JDK 17 and a quarter of them on JDK 25, because their class files are of a
# version from 2004.
#
# Versions: picocli 4.7.7, JDK 17 and 25.
# Guess: an archive of a command-line program holds what the program loads, picocli first of all.
# What happens: picocli's class files have version 49, which the JVM verifies in another way than later ones. JDK 17 archives none
#   of them, JDK 25 some. The JVM says so only in its log, and loads the others from the jar at each start.
# How it hurts: of a small command, picocli is most of what there is to load, so an archive gains little; and nothing shows why.
# What to do: load as few of picocli's classes as possible (add only the command that is run), or compile the library again
#   from its single source file.
#
# Usage: findings/picocli-missing-from-class-archive.sh
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
jar=${JAVA_HOME:+$JAVA_HOME/bin/}jar

cat >"$work/pom.xml" <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>info.picocli</groupId>
      <artifactId>picocli</artifactId>
      <version>4.7.7</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B -f "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies \
    -DoutputDirectory="$work/lib"

cat >"$work/Main.java" <<'JAVA'
import picocli.CommandLine;

@CommandLine.Command(name = "main")
public class Main implements Runnable {
    @Override
    public void run() {
        System.out.println("done");
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
JAVA
"$javac" -cp "$work/lib/*" -d "$work/classes" "$work/Main.java"
"$jar" --create --file "$work/lib/main.jar" -C "$work/classes" .
path=$work/lib/main.jar:$work/lib/picocli-4.7.7.jar

"$java" -XX:ArchiveClassesAtExit="$work/archive" -Xlog:disable -cp "$path" Main >/dev/null
"$java" -XX:SharedArchiveFile="$work/archive" -Xlog:disable -Xlog:class+load:file="$work/loaded" -cp "$path" Main >/dev/null

# count CLASS-PREFIX SOURCE
count() { grep -c "\] $1[^ ]* source: $2" "$work/loaded" || true; }
own=$(count Main 'shared objects file')
archived=$(count picocli 'shared objects file')
from_jar=$(count picocli 'file:')
echo "of the program itself, from the archive: $own"
echo "of picocli, from the archive: $archived"
echo "of picocli, from its jar: $from_jar"

feature=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')
most=0
[[ $feature -lt 25 ]] || most=$((from_jar / 2))
if [[ $own != 1 || $archived -gt $most || $from_jar -lt 50 ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
