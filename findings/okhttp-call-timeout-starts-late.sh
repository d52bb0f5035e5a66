#!/usr/bin/env bash
# OkHttp's call timeout does not count the time that an asynchronous call waits for its turn.
#
# Version: OkHttp 5.5.1.
# Guess: callTimeout spans the complete call, so an enqueued call has ended within it, with a response or a timeout.
# What happens: the timeout starts when the dispatcher runs the call. By default five calls to a host run at a time, and
#   all others wait before that without any limit. Below, five calls of a second each run one at a time with a call
#   timeout of three seconds; the last one succeeds after five.
# How it hurts: a server that has become slow makes callers wait for a multiple of the timeout they set, and no
#   error reveals it.
# What to do: start a timer of your own when the call is enqueued and cancel the call when it fires.
#
# Usage: findings/okhttp-call-timeout-starts-late.sh
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
  <artifactId>timeout</artifactId>
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
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

public class Main {
    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();

        OkHttpClient client = new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(3)).build();
        client.dispatcher().setMaxRequestsPerHost(1);
        Request request = new Request.Builder().url("http://127.0.0.1:" + server.getAddress().getPort() + "/").build();
        CountDownLatch open = new CountDownLatch(5);
        long start = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            client.newCall(request).enqueue(new Callback() {
                @Override
                public void onResponse(Call call, Response response) {
                    response.close();
                    end("status " + response.code());
                }

                @Override
                public void onFailure(Call call, IOException e) {
                    end(e.getClass().getSimpleName());
                }

                private void end(String result) {
                    long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
                    boolean late = seconds > client.callTimeoutMillis() / 1000;
                    System.out.println(result + (late ? ", later than the call timeout" : ", in time"));
                    open.countDown();
                }
            });
        }
        open.await();
        System.exit(0);
    }
}
JAVA

maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dmdep.outputFile="$work/path"
seen=$("$java" -cp "$(cat "$work/path")" "$work/Main.java")
echo "$seen"

if [[ $(grep -c "^status 204" <<<"$seen") != 5 || $(tail -n 1 <<<"$seen") != "status 204, later than the call timeout" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
