#!/usr/bin/env bash
# Retrofit and OkHttp's own test server, resolved by Maven, put two versions of OkHttp on the class path.
#
# Versions: Retrofit 3.0.0 (which depends on okhttp 4.12.0) and mockwebserver3 5.5.1.
# Guess: Maven chooses one version of OkHttp, whichever it is.
# What happens: OkHttp 4 has its classes in the artifact okhttp, OkHttp 5 in okhttp-jvm. To Maven these are two libraries,
#   so it keeps both, and every class of okhttp3 is there twice. Which copy the JVM loads depends on the order of the
#   dependencies in the pom.
# How it hurts: with Retrofit first, 4.12.0 is loaded and the server fails with a NoSuchMethodError. With the server
#   first everything works until the dependencies are sorted. A BOM does not help: it sets versions of artifacts and
#   removes none.
# What to do: declare both com.squareup.okhttp3:okhttp and com.squareup.okhttp3:okhttp-jvm in version 5.5.1. The first has
#   no classes and its only purpose is to replace 4.12.0. A library must declare them itself, because dependency
#   management does not reach its users.
#
# Usage: findings/okhttp-two-copies-on-the-class-path.sh
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# Runs Maven on the pom and prints what it says only if it fails.
maven() {
    mvn -q -B -ntp -f "$work/pom.xml" "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; return 1; }
}

cat >"$work/Main.java" <<'JAVA'
import java.util.Collections;
import java.util.logging.LogManager;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;

public class Main {
    public static void main(String[] args) throws Exception {
        LogManager.getLogManager().reset();
        int copies = Collections.list(Main.class.getClassLoader().getResources("okhttp3/OkHttpClient.class")).size();
        String jar = OkHttpClient.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        String result;
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            result = "the server starts";
        } catch (LinkageError e) {
            result = e.getClass().getSimpleName();
        }
        System.out.println(copies + " on the class path, loaded from " + jar.substring(jar.lastIndexOf('/') + 1) + ", " + result);
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
  <artifactId>copies</artifactId>
  <version>1</version>
  <dependencies>$*</dependencies>
</project>
XML
    maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
        -Dmdep.outputFile="$work/path"
    "$java" -cp "$(cat "$work/path")" "$work/Main.java"
}

retrofit=$(dependency com.squareup.retrofit2 retrofit 3.0.0)
server=$(dependency com.squareup.okhttp3 mockwebserver3 5.5.1)
retrofit_first=$(run "$retrofit" "$server")
server_first=$(run "$server" "$retrofit")
both_declared=$(run "$retrofit" "$server" "$(dependency com.squareup.okhttp3 okhttp 5.5.1)" \
    "$(dependency com.squareup.okhttp3 okhttp-jvm 5.5.1)")
echo "Retrofit first:      $retrofit_first"
echo "Server first:        $server_first"
echo "Both names declared: $both_declared"

if [[ $retrofit_first != "2 on the class path, loaded from okhttp-4.12.0.jar, NoSuchMethodError" ||
    $server_first != "2 on the class path, loaded from okhttp-jvm-5.5.1.jar, the server starts" ||
    $both_declared != "1 on the class path, loaded from okhttp-jvm-5.5.1.jar, the server starts" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
