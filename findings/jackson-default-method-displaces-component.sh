#!/usr/bin/env bash
# Jackson writes an annotated default method of an interface instead of the record's component of the same name.
#
# Versions: jackson-databind 2.21.8 and 3.2.4, with the same result.
# Guess: a record that is read from JSON is written with the values that were read. If an inherited method claims the
#   name of a component, the record's own component wins, or Jackson reports the conflict.
# What happens: the annotated default method wins, because an explicit name counts more than an implicit one. Reading
#   still fills the component, so the value changes from reading to writing. The component wins only if it has the same
#   annotation itself.
# How it hurts: an interface such as JSON:API's "a resource has a type" silently replaces the data of each record with
#   an attribute called type. Nothing fails, and tests of reading pass.
# What to do: annotate such a component with @JsonProperty as well, or rename it with an annotation that Jackson does not know.
#
# Usage: findings/jackson-default-method-displaces-component.sh
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# Runs Maven on the pom and prints what it says only if it fails.
maven() {
    mvn -q -B -ntp -f "$work/pom.xml" "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; return 1; }
}

# Runs the program with a version of Jackson, whose packages begin with the group's name.
run() {
    cat >"$work/pom.xml" <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>findings</groupId>
  <artifactId>displaced</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>$1.core</groupId>
      <artifactId>jackson-databind</artifactId>
      <version>$2</version>
    </dependency>
  </dependencies>
</project>
XML
    cat >"$work/Main.java" <<JAVA
import com.fasterxml.jackson.annotation.JsonProperty;
import $1.databind.json.JsonMapper;

public class Main {
    interface Resource {
        @JsonProperty("type")
        default String resourceType() {
            return "devices";
        }
    }

    record Device(String id, String type) implements Resource {}

    record AnnotatedDevice(String id, @JsonProperty("type") String type) implements Resource {}

    public static void main(String[] args) throws Exception {
        JsonMapper mapper = JsonMapper.builder().build();
        String json = "{\"id\":\"1\",\"type\":\"PHONE\"}";
        Device device = mapper.readValue(json, Device.class);
        System.out.println("read " + device.type() + ", written " + mapper.writeValueAsString(device));
        AnnotatedDevice annotated = mapper.readValue(json, AnnotatedDevice.class);
        System.out.println("annotated: read " + annotated.type() + ", written " + mapper.writeValueAsString(annotated));
    }
}
JAVA
    maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
        -Dmdep.outputFile="$work/path"
    "$java" -cp "$(cat "$work/path")" "$work/Main.java"
}

expected='read PHONE, written {"id":"1","type":"devices"}
annotated: read PHONE, written {"id":"1","type":"PHONE"}'
changed=
for version in com.fasterxml.jackson:2.21.8 tools.jackson:3.2.4; do
    seen=$(run "${version%:*}" "${version#*:}")
    printf 'Jackson %s\n%s\n' "${version#*:}" "$seen"
    [[ $seen == "$expected" ]] || changed=yes
done
if [ -n "$changed" ]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
