#!/usr/bin/env bash
# An enqueued OkHttp call reports an unexpected exception of an interceptor as an IOException of a canceled call.
#
# Versions: OkHttp 5.5.1, JDK 17 and 25.
# Guess: execute and enqueue fail with the same exception. An IOException is the fault of the network, and isCanceled is
#   true if the program has called cancel.
# What happens: execute throws the interceptor's exception. With enqueue, and so with Retrofit's CompletableFuture and
#   suspending functions, onFailure gets "IOException: canceled due to ...", isCanceled is true, and the thread's uncaught
#   exception handler gets the exception itself. The documentation of Interceptor says so, that of Callback does not.
# How it hurts: tokens are signed in interceptors, and JWT libraries report a key that they cannot use by unchecked
#   exceptions. The synchronous code shows it. The asynchronous code takes it for a network failure and retries, or drops it
#   as canceled. The handler, which raises an alarm or, on Android, ends the process, is called although the program handles
#   the failure.
# What to do: let interceptors throw IOExceptions only, and wrap others. In callbacks, treat "canceled due to" as its cause.
#
# Usage: findings/okhttp-enqueue-turns-exceptions-into-io.sh
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
  <artifactId>interceptors</artifactId>
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
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request.Builder;
import okhttp3.Response;

public class Main {
    public static void main(String[] args) throws Exception {
        CompletableFuture<Throwable> uncaught = new CompletableFuture<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> uncaught.complete(e));
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    throw new IllegalStateException("the key cannot sign");
                })
                .build();
        Call call = client.newCall(new Builder().url("http://localhost/").build());

        try {
            call.clone().execute();
        } catch (IllegalStateException e) {
            System.out.println("execute:  " + e);
        }
        CompletableFuture<IOException> failure = new CompletableFuture<>();
        call.enqueue(new Callback() {
            @Override
            public void onResponse(Call ignored, Response response) {}

            @Override
            public void onFailure(Call ignored, IOException e) {
                failure.complete(e);
            }
        });
        System.out.println("enqueue:  " + failure.get());
        System.out.println("cause:    " + failure.get().getCause());
        System.out.println("canceled: " + call.isCanceled());
        System.out.println("uncaught: " + uncaught.get());
        System.exit(0);
    }
}
JAVA

maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dmdep.outputFile="$work/path"
seen=$("$java" -cp "$(cat "$work/path")" "$work/Main.java")
echo "$seen"

expected="execute:  java.lang.IllegalStateException: the key cannot sign
enqueue:  java.io.IOException: canceled due to java.lang.IllegalStateException: the key cannot sign
cause:    java.lang.IllegalStateException: the key cannot sign
canceled: true
uncaught: java.lang.IllegalStateException: the key cannot sign"
if [[ $seen != "$expected" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
