#!/usr/bin/env bash
# Okio and OkHttp reject a gzip file of two members, and Commons Compress reads its first member only.
#
# Versions: OkHttp 5.5.1, Okio 3.18.1, Commons Compress 1.28.0.
# Guess: the format is a sequence of members (RFC 1952), and two files joined are a gzip file again. So every reader
#   gives all of it, as java.util.zip and the gzip command do, or none of it.
# What happens: Okio's GzipSource fails after the first member with "gzip finished without exhausting source". OkHttp
#   uses it for responses with Content-Encoding: gzip, so the response cannot be read. GzipCompressorInputStream of Commons
#   Compress ends after the first member, as if there were no more; its decompressConcatenated is off by default.
# How it hurts: reports joined by day or by region, and logs of compressors that work in blocks, are read in
#   part without an error, or not at all. Small samples have one member and show neither.
# What to do: read with java.util.zip.GZIPInputStream, or call setDecompressConcatenated(true). With OkHttp set
#   Accept-Encoding yourself and decompress the body the same way.
#
# Usage: findings/gzip-of-two-members.sh
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
  <artifactId>members</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.squareup.okhttp3</groupId>
      <artifactId>okhttp-jvm</artifactId>
      <version>5.5.1</version>
    </dependency>
    <dependency>
      <groupId>org.apache.commons</groupId>
      <artifactId>commons-compress</artifactId>
      <version>1.28.0</version>
    </dependency>
  </dependencies>
</project>
XML
cat >"$work/Main.java" <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import okhttp3.OkHttpClient;
import okhttp3.Request.Builder;
import okhttp3.Response;
import okio.Buffer;
import okio.GzipSource;
import okio.Okio;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

public class Main {
    interface Reader {
        byte[] read() throws IOException;
    }

    public static void main(String[] args) throws Exception {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(gzip("Monday\n"));
        joined.write(gzip("Tuesday\n"));
        byte[] file = joined.toByteArray();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
            exchange.close();
        });
        server.start();
        OkHttpClient client = new OkHttpClient();
        String url = "http://localhost:" + server.getAddress().getPort();

        print("JDK", () -> new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes());
        print("Okio", () -> Okio.buffer(new GzipSource(new Buffer().write(file))).readByteArray());
        print("OkHttp", () -> {
            try (Response response = client.newCall(new Builder().url(url).build()).execute()) {
                return response.body().bytes();
            }
        });
        print("Commons Compress", () -> new GzipCompressorInputStream(new ByteArrayInputStream(file)).readAllBytes());
        server.stop(0);
        System.exit(0);
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    static void print(String name, Reader reader) {
        String result;
        try {
            result = new String(reader.read(), StandardCharsets.US_ASCII).replace("\n", " ").strip();
        } catch (IOException e) {
            result = "IOException, " + e.getMessage();
        }
        System.out.println(name + ": " + result);
    }
}
JAVA

maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dmdep.outputFile="$work/path"
seen=$("$java" -cp "$(cat "$work/path")" "$work/Main.java")
echo "$seen"

expected="JDK: Monday Tuesday
Okio: IOException, gzip finished without exhausting source
OkHttp: IOException, gzip finished without exhausting source
Commons Compress: Monday"
if [[ $seen != "$expected" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
