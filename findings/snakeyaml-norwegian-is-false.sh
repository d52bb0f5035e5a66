#!/usr/bin/env bash
# In a YAML file with a mapping for each locale, SnakeYAML has no Norwegian, and Jackson has it as a key but not as a value.
#
# Versions: SnakeYAML 2.7, jackson-dataformat-yaml 2.21.3; SnakeYAML Engine 3.2 for comparison.
# Guess: the keys of a mapping that is read as a Map<String, ...> are texts, and a library that reads a key as a text reads a
#   value of the same spelling as one, too.
# What happens: "no", the locale of Norwegian in the App Store, is a boolean of YAML 1.1. SnakeYAML's map has the key
#   Boolean.FALSE, and get("no") finds nothing; the cast to Map<String, ...> succeeds. Jackson reads the key as "no", and the value
#   no as false. Engine writes both without quotes, as YAML 1.2 allows, so that what it writes is another file for the others.
# How it hurts: one language of forty is missing in the store, without an error. Tests with en-US and de-DE show nothing.
# What to do: read YAML 1.2 (SnakeYAML Engine), or put the key in quotes; compare the number of locales read with those expected.
#
# Usage: findings/snakeyaml-norwegian-is-false.sh
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
  <artifactId>norwegian</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.snakeyaml</groupId>
      <artifactId>snakeyaml-engine</artifactId>
      <version>3.2</version>
    </dependency>
    <dependency>
      <groupId>org.yaml</groupId>
      <artifactId>snakeyaml</artifactId>
      <version>2.7</version>
    </dependency>
    <dependency>
      <groupId>com.fasterxml.jackson.dataformat</groupId>
      <artifactId>jackson-dataformat-yaml</artifactId>
      <version>2.21.3</version>
    </dependency>
  </dependencies>
</project>
XML
cat >"$work/Main.java" <<'JAVA'
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.Yaml;

public class Main {
    public static void main(String[] args) throws Exception {
        String yaml = "da:\n  name: Kaffe\nno:\n  name: Kaffe\n  code: no\n";
        Map<String, Map<String, Object>> snake = new Yaml().load(yaml);
        System.out.println("SnakeYAML: " + snake);
        System.out.println("SnakeYAML, Norwegian: " + snake.get("no"));
        System.out.println("Jackson: " + new ObjectMapper(new YAMLFactory()).readValue(yaml, Map.class));
        System.out.println("Engine: " + new Load(LoadSettings.builder().build()).loadFromString(yaml));
        String written = new Dump(DumpSettings.builder().build()).dumpToString(Map.of("no", "Kaffe"));
        System.out.println("Engine writes: " + written.strip());
        Object again = new Yaml().load(written);
        System.out.println("Read by SnakeYAML: " + again);
    }
}
JAVA

maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dmdep.outputFile="$work/path"
seen=$("$java" -cp "$(cat "$work/path")" "$work/Main.java")
echo "$seen"

expected="SnakeYAML: {da={name=Kaffe}, false={name=Kaffe, code=false}}
SnakeYAML, Norwegian: null
Jackson: {da={name=Kaffe}, no={name=Kaffe, code=false}}
Engine: {da={name=Kaffe}, no={name=Kaffe, code=no}}
Engine writes: {no: Kaffe}
Read by SnakeYAML: {false=Kaffe}"
if [[ $seen != "$expected" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
