#!/usr/bin/env bash
# Retrofit cannot call default methods from a fat jar that is built with the shade plugin's default settings.
#
# Versions: Retrofit 3.0.0, maven-shade-plugin 3.6.2, JDK 17 or later.
# Guess: Retrofit calls default methods of service interfaces, so it does the same when its classes are in a fat jar.
# What happens: every call of a default method throws NoSuchMethodException. Retrofit's code for JDK 14 and later is in
#   META-INF/versions of its jar. The shade plugin copies those classes but does not write Multi-Release: true into the
#   manifest, so the JVM loads the classes for Java 8, which look for a private constructor of MethodHandles.Lookup that
#   current JDKs no longer have.
# How it hurts: tests run on the class path and pass. Only the deployed program fails, and the message names a JDK
#   class instead of Retrofit or the jar.
# What to do: add the manifest entry Multi-Release: true (second jar below), or do not use default methods in interfaces
#   that Retrofit implements.
#
# Usage: findings/retrofit-default-methods-in-fat-jar.sh
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
  <artifactId>fat</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency>
      <groupId>com.squareup.retrofit2</groupId>
      <artifactId>retrofit</artifactId>
      <version>3.0.0</version>
    </dependency>
  </dependencies>
  <build>
    <plugins>
      <plugin><artifactId>maven-resources-plugin</artifactId><version>3.5.0</version></plugin>
      <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.16.0</version></plugin>
      <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.6.1</version></plugin>
      <plugin><artifactId>maven-jar-plugin</artifactId><version>3.5.1</version></plugin>
      <plugin>
        <artifactId>maven-shade-plugin</artifactId>
        <version>3.6.2</version>
        <configuration><shadedArtifactAttached>true</shadedArtifactAttached></configuration>
        <executions>
          <execution>
            <id>default-settings</id>
            <phase>package</phase>
            <goals><goal>shade</goal></goals>
            <configuration><shadedClassifierName>default</shadedClassifierName></configuration>
          </execution>
          <execution>
            <id>multi-release</id>
            <phase>package</phase>
            <goals><goal>shade</goal></goals>
            <configuration>
              <shadedClassifierName>multi-release</shadedClassifierName>
              <transformers>
                <transformer implementation="org.apache.maven.plugins.shade.resource.ManifestResourceTransformer">
                  <manifestEntries><Multi-Release>true</Multi-Release></manifestEntries>
                </transformer>
              </transformers>
            </configuration>
          </execution>
        </executions>
      </plugin>
    </plugins>
  </build>
</project>
XML
mkdir -p "$work/src/main/java"
cat >"$work/src/main/java/Main.java" <<'JAVA'
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import retrofit2.http.Query;

public class Main {
    public interface Users {
        @GET("users")
        Call<ResponseBody> list(@Query("limit") int limit);

        default Call<ResponseBody> list() {
            return list(20);
        }
    }

    public static void main(String[] args) {
        Users users = new Retrofit.Builder().baseUrl("http://localhost/").build().create(Users.class);
        try {
            System.out.println("request to " + users.list().request().url());
        } catch (Throwable e) {
            System.out.println(e.getCause() == null ? e : e.getCause());
        }
    }
}
JAVA

maven package

default_settings=$("$java" -cp "$work/target/fat-1-default.jar" Main)
multi_release=$("$java" -cp "$work/target/fat-1-multi-release.jar" Main)
echo "Default settings:    $default_settings"
echo "Multi-Release: true: $multi_release"

if [[ $default_settings != *NoSuchMethodException*MethodHandles\$Lookup* ||
    $multi_release != "request to http://localhost/users?limit=20" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
