#!/usr/bin/env bash
# GZIPInputStream of JDK 17 takes a pause of the network for the end of a gzip file of several members.
#
# Versions: JDK 17 with OkHttp 5.5.1; JDK 25 reads on.
# Guess: what GZIPInputStream reads does not depend on when the bytes arrive. A file that it reads whole from memory it
#   reads whole from a response.
# What happens: after a member, JDK 17 looks for another one only if bytes are left in its own buffer or
#   InputStream.available() is not zero. A network stream returns zero while nothing has arrived, and zero is
#   allowed at any time. So the stream ends early, without an error, and what follows on the connection is not read.
# How it hurts: a downloaded report lacks rows, on some days and on some connections. Content-Length and checksum cannot
#   show it, because the response itself is fine.
# What to do: put the complete file somewhere first and decompress that, or wrap the response in a stream whose
#   available() is 1 until its end.
#
# Usage: findings/gzip-stream-ends-at-a-pause.sh
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
  <artifactId>pause</artifactId>
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
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import okhttp3.OkHttpClient;
import okhttp3.Request.Builder;
import okhttp3.Response;

public class Main {
    static CountDownLatch reading = new CountDownLatch(1);

    public static void main(String[] args) throws Exception {
        byte[] monday = gzip("Monday\n");
        byte[] tuesday = gzip("Tuesday\n");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, monday.length + tuesday.length);
            exchange.getResponseBody().write(monday);
            exchange.getResponseBody().flush();
            try {
                reading.await(2, TimeUnit.SECONDS); // The pause ends when the client has what it believes to be all.
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            exchange.getResponseBody().write(tuesday);
            exchange.close();
        });
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        System.out.println("from the response: " + read(url, false));
        System.out.println("with available() 1: " + read(url, true));
        server.stop(0);
        System.exit(0);
    }

    static String read(String url, boolean alwaysAvailable) throws IOException {
        reading = new CountDownLatch(1);
        try (Response response = new OkHttpClient().newCall(new Builder().url(url).build()).execute()) {
            InputStream body = response.body().byteStream();
            InputStream source = alwaysAvailable ? new Available(body) : body;
            String text = new String(new GZIPInputStream(source).readAllBytes(), StandardCharsets.US_ASCII);
            reading.countDown();
            byte[] rest = body.readAllBytes();
            return text.replace("\n", " ") + "and " + (rest.length == 0 ? "no" : "unread") + " bytes left";
        }
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    /** Says that there is more to read, which a reader finds out by reading. */
    static class Available extends FilterInputStream {
        Available(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 1;
        }
    }
}
JAVA

maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dmdep.outputFile="$work/path"
version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.specification.version = //p')
seen=$("$java" -cp "$(cat "$work/path")" "$work/Main.java")
echo "JDK $version
$seen"

whole="Monday Tuesday and no bytes left"
case $version in
    17) from_response="Monday and unread bytes left" ;;
    25) from_response=$whole ;;
    *) echo "This finding is about JDK 17, compared with 25." >&2; exit 1 ;;
esac
if [[ $seen != "from the response: $from_response
with available() 1: $whole" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
