#!/usr/bin/env bash
# OpenAPI Generator writes a Retrofit method for a DELETE with a body that Retrofit rejects.
#
# Versions: openapi-generator 7.25.0 (generator java, library retrofit2), Retrofit 3.0.0.
# Guess: the generator either warns of what a library cannot do or writes code that works. Retrofit can send such a
#   request: @HTTP(method = "DELETE", path = "..", hasBody = true).
# What happens: it writes @DELETE and a parameter with @Body. This compiles. Retrofit looks at a method when it is first
#   called and throws IllegalArgumentException, "Non-body HTTP method cannot contain @Body."
# How it hurts: JSON:API removes members of a relationship by a DELETE with a body, and so does App Store Connect, to take
#   testers out of a group for example. Such operations are rare, so the failure comes late.
# What to do: change the annotation in the generated file or in the generator's template, or generate for another library,
#   such as okhttp-gson, which sends the body.
#
# Usage: findings/openapi-generator-delete-with-a-body.sh
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
  <artifactId>body</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.squareup.retrofit2</groupId>
      <artifactId>converter-gson</artifactId>
      <version>3.0.0</version>
    </dependency>
    <dependency>
      <groupId>jakarta.annotation</groupId>
      <artifactId>jakarta.annotation-api</artifactId>
      <version>1.3.5</version>
    </dependency>
  </dependencies>
</project>
XML
cat >"$work/api.yaml" <<'YAML'
openapi: 3.0.3
info: {title: Groups, version: '1'}
paths:
  /groups/{id}/relationships/testers:
    delete:
      operationId: removeTesters
      tags: [Groups]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      requestBody:
        required: true
        content: {application/json: {schema: {type: object}}}
      responses: {'204': {description: Removed}}
YAML
cat >"$work/Main.java" <<'JAVA'
import java.util.Map;
import org.openapitools.client.api.GroupsApi;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;
import retrofit2.http.Body;
import retrofit2.http.HTTP;
import retrofit2.http.Path;

public class Main {
    interface Changed {
        @HTTP(method = "DELETE", path = "groups/{id}/relationships/testers", hasBody = true)
        Call<Void> removeTesters(@Path("id") String id, @Body Object body);
    }

    interface Calling {
        Call<Void> call(String id, Object body);
    }

    public static void main(String[] args) {
        Retrofit retrofit = new Retrofit.Builder()
                .baseUrl("http://localhost/")
                .addConverterFactory(GsonConverterFactory.create())
                .build();
        System.out.println("generated: " + result(retrofit.create(GroupsApi.class)::removeTesters));
        System.out.println("changed:   " + result(retrofit.create(Changed.class)::removeTesters));
    }

    static String result(Calling calling) {
        try {
            return calling.call("1", Map.of()).request().method() + " with a body";
        } catch (IllegalArgumentException e) {
            return e.getMessage().lines().findFirst().orElse("");
        }
    }
}
JAVA

maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dmdep.outputFile="$work/path"
maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy -DoutputDirectory="$work" \
    -Dartifact=org.openapitools:openapi-generator-cli:7.25.0
"${bin}java" -jar "$work/openapi-generator-cli-7.25.0.jar" generate -g java --library retrofit2 -i "$work/api.yaml" \
    -o "$work/out" --global-property apis,apiTests=false,apiDocs=false,supportingFiles=CollectionFormats.java:StringUtil.java \
    >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
"${bin}javac" -d "$work/classes" -cp "$(cat "$work/path")" "$work/Main.java" \
    "$work"/out/src/main/java/org/openapitools/client/*.java "$work"/out/src/main/java/org/openapitools/client/api/*.java
seen=$("${bin}java" -cp "$(cat "$work/path"):$work/classes" Main)
echo "$seen"

expected="generated: Non-body HTTP method cannot contain @Body.
changed:   DELETE with a body"
if [[ $seen != "$expected" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
