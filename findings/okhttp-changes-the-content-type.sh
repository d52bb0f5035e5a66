#!/usr/bin/env bash
# OkHttp adds a charset to the Content-Type of a text body and replaces the header that the request sets itself.
#
# Version: OkHttp 5.5.1.
# Guess: a request is sent with the Content-Type that it was given, be it the header or the body's media type. Without a
#   charset the text is sent as UTF-8, and the header stays as it is.
# What happens: RequestBody.create(String, MediaType) adds "; charset=utf-8" to any media type that names no charset, even
#   application/json, which has none, and image/png. A body of bytes leaves the type as it is. And a body's type replaces
#   the Content-Type header of the request, so setting that does not undo it.
# How it hurts: the signature of a presigned URL may cover Content-Type, and the upload is rejected with a 403 that mentions
#   signatures. A service that compares the type with a list responds with 415.
# What to do: make bytes of the text first, with a null media type if the request sets the header.
#
# Usage: findings/okhttp-changes-the-content-type.sh
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
  <artifactId>type</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.squareup.okhttp3</groupId>
      <artifactId>okhttp-jvm</artifactId>
      <version>5.5.1</version>
    </dependency>
  </dependencies>
</project>
XML
cat >"$work/Main.java" <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request.Builder;
import okhttp3.RequestBody;
import okhttp3.Response;

public class Main {
    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] type = exchange.getRequestHeaders().getFirst("Content-Type").getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, type.length);
            exchange.getResponseBody().write(type);
            exchange.close();
        });
        server.start();
        OkHttpClient client = new OkHttpClient();
        Builder request = new Builder().url("http://localhost:" + server.getAddress().getPort());
        byte[] bytes = {'{', '}'};
        MediaType json = MediaType.get("application/json");

        System.out.println("text, JSON:              " + send(client, request.put(RequestBody.create("{}", json))));
        System.out.println("text, PNG:               "
                + send(client, request.put(RequestBody.create("{}", MediaType.get("image/png")))));
        System.out.println("bytes, JSON:             " + send(client, request.put(RequestBody.create(bytes, json))));
        request.header("Content-Type", "text/csv");
        System.out.println("header CSV, bytes, JSON: " + send(client, request.put(RequestBody.create(bytes, json))));
        System.out.println("header CSV, bytes:       " + send(client, request.put(RequestBody.create(bytes, null))));
        server.stop(0);
        System.exit(0);
    }

    static String send(OkHttpClient client, Builder request) throws IOException {
        try (Response response = client.newCall(request.build()).execute()) {
            return response.body().string();
        }
    }
}
JAVA

maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dmdep.outputFile="$work/path"
seen=$("$java" -cp "$(cat "$work/path")" "$work/Main.java")
echo "$seen"

expected="text, JSON:              application/json; charset=utf-8
text, PNG:               image/png; charset=utf-8
bytes, JSON:             application/json
header CSV, bytes, JSON: application/json
header CSV, bytes:       text/csv"
if [[ $seen != "$expected" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
