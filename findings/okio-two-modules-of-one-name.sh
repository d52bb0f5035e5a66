#!/usr/bin/env bash
# OkHttp does not run from the module path that Maven resolves for it, because two jars are the module okio.
#
# Versions: Retrofit 3.0.0, which brings OkHttp 4.12.0 and Okio 3.6.0; JDK 17 or later. Seen as well with OkHttp 5.5.1
#   and Okio 3.18.1.
# Guess: the jars that Maven resolves for one dependency work together on a module path as they do on the class path.
# What happens: com.squareup.okio:okio has metadata of Kotlin Multiplatform and no classes; those are in okio-jvm. The
#   manifest of okio-jvm names the module okio, and from the file name of okio-3.6.0.jar the JVM derives the same name.
#   With both in one directory, the JVM does not boot. With the jars listed one by one, as Maven and IDEs do it, the first
#   one silently wins; Maven lists the one without classes first.
# How it hurts: javac and the boot of the JVM pass in the second case, and the first use of OkHttp ends in a
#   NoClassDefFoundError.
# What to do: exclude com.squareup.okio:okio and depend on okio-jvm directly.
#
# Usage: findings/okio-two-modules-of-one-name.sh
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
bin=${JAVA_HOME:+$JAVA_HOME/bin/}

# Runs Maven on the pom and prints what it says only if it fails.
maven() {
    mvn -q -B -ntp -f "$work/pom.xml" "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; return 1; }
}

cat >"$work/pom.xml" <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>findings</groupId>
  <artifactId>modules</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.squareup.retrofit2</groupId>
      <artifactId>retrofit</artifactId>
      <version>3.0.0</version>
    </dependency>
  </dependencies>
</project>
XML
mkdir -p "$work/src/app"
cat >"$work/src/module-info.java" <<'JAVA'
module app {
    requires okhttp3;
    requires kotlin.stdlib; // OkHttp is an automatic module and cannot require it itself.
}
JAVA
cat >"$work/src/app/Main.java" <<'JAVA'
package app;

import okhttp3.HttpUrl;

public class Main {
    public static void main(String[] args) {
        try {
            System.out.println("works: " + HttpUrl.get("http://localhost/"));
        } catch (Throwable e) {
            System.out.println(e);
        }
    }
}
JAVA

maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dmdep.outputFile="$work/path"
IFS=: read -ra jars <<<"$(cat "$work/path")"
mkdir "$work/both" "$work/one"
for jar in "${jars[@]}"; do
    cp "$jar" "$work/both"
    [[ $jar == */okio-3.6.0.jar ]] || cp "$jar" "$work/one"
done
listed=$(IFS=:; echo "${jars[*]}")
"${bin}javac" -d "$work/classes" --module-path "$listed" "$work"/src/module-info.java "$work"/src/app/Main.java

run() { { "${bin}java" --module-path "$work/classes:$1" --module app/app.Main 2>&1 || true; } | sed "s|$work/||g" | tail -n 1; }
in_one_directory=$(run "$work/both")
one_by_one=$(run "$listed")
without_okio=$(run "$work/one")
echo "In one directory: $in_one_directory"
echo "Jar by jar:       $one_by_one"
echo "Without okio:     $without_okio"

if [[ $in_one_directory != *"Two versions of module okio found"* || $one_by_one != *NoClassDefFoundError*okio/* ||
    $without_okio != "works: http://localhost/" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
