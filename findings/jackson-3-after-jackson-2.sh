#!/usr/bin/env bash
# Jackson 3 fails in a Maven project that names an older Jackson 2 before it, although the two share no package.
#
# Versions: jackson-databind 2.21.8 and 3.2.4; seen as well with 3.3.0. From 2.22 on, Jackson 2 brings what 3.2 needs.
# Guess: Jackson 3 has its own group and packages so that one program can use both, in any order.
# What happens: both use the annotations of com.fasterxml.jackson.core:jackson-annotations, 2.21 here and 2.22 there. Maven
#   takes the one that it meets first. With 2.21, Jackson 3 ends in a NoSuchMethodError once it meets a class with
#   @JsonTypeInfo. Classes with other annotations work.
# How it hurts: a library that brings Jackson 2 breaks the Jackson 3 of another library, and so does sorting the
#   dependencies. The error names a class of com.fasterxml.jackson, which is unexpected in Jackson 3.
# What to do: declare jackson-annotations 2.22 directly, which Jackson 2.21 works with, or import the BOM of Jackson 3 first.
#
# Usage: findings/jackson-3-after-jackson-2.sh
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# Runs Maven on the pom and prints what it says only if it fails.
maven() {
    mvn -q -B -ntp -f "$work/pom.xml" "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; return 1; }
}

cat >"$work/Main.java" <<'JAVA'
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.Callable;
import tools.jackson.databind.json.JsonMapper;

public class Main {
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes(@JsonSubTypes.Type(value = App.class, name = "apps"))
    public interface Resource {}

    public record App(String id) implements Resource {}

    public static void main(String[] args) throws Exception {
        String json = "{\"type\":\"apps\",\"id\":\"1\"}";
        String jar = JsonTypeInfo.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        System.out.println(jar.substring(jar.lastIndexOf('/') + 1)
                + ", Jackson 2: " + result(() -> new ObjectMapper().readValue(json, Resource.class))
                + ", Jackson 3: " + result(() -> JsonMapper.shared().readValue(json, Resource.class)));
    }

    static Object result(Callable<?> reading) throws Exception {
        try {
            return reading.call();
        } catch (LinkageError e) {
            return e.getClass().getSimpleName();
        }
    }
}
JAVA

dependency() { echo "<dependency><groupId>$1</groupId><artifactId>$2</artifactId><version>$3</version></dependency>"; }

# Runs the program with dependencies in the given order.
run() {
    cat >"$work/pom.xml" <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>findings</groupId>
  <artifactId>annotations</artifactId>
  <version>1</version>
  <dependencies>$*</dependencies>
</project>
XML
    maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
        -Dmdep.outputFile="$work/path"
    "$java" -cp "$(cat "$work/path")" "$work/Main.java"
}

two=$(dependency com.fasterxml.jackson.core jackson-databind 2.21.8)
three=$(dependency tools.jackson.core jackson-databind 3.2.4)
two_first=$(run "$two" "$three")
three_first=$(run "$three" "$two")
declared=$(run "$two" "$three" "$(dependency com.fasterxml.jackson.core jackson-annotations 2.22)")
echo "Jackson 2 first:      $two_first"
echo "Jackson 3 first:      $three_first"
echo "Annotations declared: $declared"

both="jackson-annotations-2.22.jar, Jackson 2: App[id=1], Jackson 3: App[id=1]"
if [[ $two_first != "jackson-annotations-2.21.jar, Jackson 2: App[id=1], Jackson 3: NoSuchMethodError" ||
    $three_first != "$both" || $declared != "$both" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
