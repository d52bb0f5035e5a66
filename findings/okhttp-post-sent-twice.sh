#!/usr/bin/env bash
# OkHttp sends a POST again that the server has already read, with its default settings.
#
# Version: OkHttp 5.5.1.
# Guess: an HTTP client repeats what is idempotent, and leaves the repetition of a POST to its caller.
# What happens: OkHttp does not look at the method. It sends a POST a second time (1) when a connection from the pool is
#   closed after the server has read the request, (2) after a 408, (3) after a 503 with Retry-After: 0. The option
#   retryOnConnectionFailure(false) stops the first and the second, not the third.
# How it hurts: the caller sees one call and one response. What the request created exists twice, and a rate limiter
#   around the call has counted one request.
# What to do: for unsafe methods, call chain.withRetryOnConnectionFailure(false) in an interceptor, and take the header
#   Retry-After: 0 out of responses in a network interceptor. A request body whose isOneShot() is true prevents all three.
#
# Usage: findings/okhttp-post-sent-twice.sh
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
  <artifactId>twice</artifactId>
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
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

public class Main {
    static final AtomicInteger posts = new AtomicInteger();

    public static void main(String[] args) throws Exception {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(() -> {
            while (true) {
                Socket socket = server.accept();
                daemon(() -> serve(socket));
            }
        });
        String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
        for (boolean retry : new boolean[] {true, false}) {
            for (String path : new String[] {"closed", "408", "503"}) {
                OkHttpClient client = new OkHttpClient.Builder().retryOnConnectionFailure(retry).build();
                client.newCall(new Request.Builder().url(url).build()).execute().close(); // A connection for the pool.
                posts.set(0);
                RequestBody body = RequestBody.create("{}", MediaType.get("application/json"));
                String result;
                try (Response response = client.newCall(new Request.Builder().url(url + path).post(body).build()).execute()) {
                    result = "status " + response.code();
                } catch (IOException e) {
                    result = "IOException";
                }
                System.out.println("retryOnConnectionFailure " + retry + ", " + path + ": POST sent " + posts + "x, " + result);
            }
        }
    }

    static void serve(Socket socket) throws IOException {
        try (socket) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            for (String first = in.readLine(); first != null; first = in.readLine()) {
                int length = 0;
                for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                    if (line.toLowerCase().startsWith("content-length:")) {
                        length = Integer.parseInt(line.substring(15).strip());
                    }
                }
                for (int i = 0; i < length; i++) {
                    in.read();
                }
                int count = first.startsWith("POST") ? posts.incrementAndGet() : 0;
                if (first.contains("/closed") && count == 1) {
                    return;
                }
                String status = first.contains("/408") ? "408 Request Timeout"
                        : first.contains("/503") ? "503 Service Unavailable\r\nRetry-After: 0" : "200 OK";
                socket.getOutputStream().write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n").getBytes());
            }
        }
    }

    interface Task {
        void run() throws IOException;
    }

    static void daemon(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // The client has gone.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
JAVA

maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dmdep.outputFile="$work/path"
seen=$("$java" -cp "$(cat "$work/path")" "$work/Main.java")
echo "$seen"

expected="retryOnConnectionFailure true, closed: POST sent 2x, status 200
retryOnConnectionFailure true, 408: POST sent 2x, status 408
retryOnConnectionFailure true, 503: POST sent 2x, status 503
retryOnConnectionFailure false, closed: POST sent 1x, IOException
retryOnConnectionFailure false, 408: POST sent 1x, status 408
retryOnConnectionFailure false, 503: POST sent 2x, status 503"
if [[ $seen != "$expected" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
