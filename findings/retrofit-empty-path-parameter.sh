#!/usr/bin/env bash
# Retrofit takes an empty string for a path parameter and addresses the collection instead of the resource.
#
# Version: Retrofit 3.0.0.
# Guess: a path parameter that cannot be one is rejected: Retrofit throws for null, and for "." and "..".
# What happens: an empty string passes. DELETE users/{id} becomes DELETE users/, and in the middle of a path two slashes
#   meet.
# How it hurts: servers treat users/ as users, so that a call meant to read one user reads a list, or a delete is sent to
#   the collection. Where a slash at the end matters, the response is a 404 or 405 that does not mention the id. The empty id is
#   usually an environment variable that is not set.
# What to do: check ids before the call, or in an interceptor, where Request.tag(Invocation.class) has the arguments.
#
# Usage: findings/retrofit-empty-path-parameter.sh
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
  <artifactId>path</artifactId>
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
cat >"$work/Main.java" <<'JAVA'
import okhttp3.Request;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.Path;

public class Main {
    interface Users {
        @DELETE("users/{id}")
        Call<ResponseBody> delete(@Path("id") String id);

        @GET("users/{id}/apps")
        Call<ResponseBody> apps(@Path("id") String id);
    }

    public static void main(String[] args) {
        Users users = new Retrofit.Builder().baseUrl("http://localhost/v1/").build().create(Users.class);
        for (String id : new String[] {null, "..", ""}) {
            print(id, users.delete(id));
        }
        print("", users.apps(""));
    }

    static void print(String id, Call<?> call) {
        String result;
        try {
            Request request = call.request();
            result = request.method() + " " + request.url().encodedPath();
        } catch (RuntimeException e) {
            result = e.getClass().getSimpleName();
        }
        System.out.println((id == null ? "null" : '"' + id + '"') + ": " + result);
    }
}
JAVA

maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dmdep.outputFile="$work/path"
seen=$("$java" -cp "$(cat "$work/path")" "$work/Main.java")
echo "$seen"

expected='null: IllegalArgumentException
"..": IllegalArgumentException
"": DELETE /v1/users/
"": GET /v1/users//apps'
if [[ $seen != "$expected" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
