#!/usr/bin/env bash
# An OkHttp call in runInterruptible does not end when its coroutine is canceled, and then fails with an IOException.
#
# Versions: OkHttp 5.5.1, kotlinx-coroutines 1.11.0, Kotlin 2.4.21, JDK 17 and 25.
# Guess: Call.execute() blocks, OkHttp throws InterruptedIOException, and runInterruptible is made for code of this kind. So
#   withTimeoutOrNull(500) gives null after 500 ms if the server is silent, as it does around Thread.sleep.
# What happens: a platform thread that reads from a socket does not notice the interrupt. The coroutine waits until OkHttp's
#   own timeout. Then it ends with OkHttp's SocketTimeoutException, which is not a CancellationException, so
#   withTimeoutOrNull throws it.
# How it hurts: timeouts and cancellation take as long as the read timeout (10 s by default), and code that retries after an
#   IOException repeats calls whose results are no longer wanted. If an async or launch is canceled, its exception cancels
#   the parent and all siblings. If the server responds in time, as in most tests, nothing of this shows.
# What to do: enqueue the call, and cancel it in invokeOnCancellation of suspendCancellableCoroutine. Retrofit's suspending
#   functions do this.
#
# Usage: findings/okhttp-call-outlives-its-coroutine.sh
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
  <artifactId>interrupts</artifactId>
  <version>1</version>
  <properties>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency>
      <groupId>com.squareup.okhttp3</groupId>
      <artifactId>okhttp-jvm</artifactId>
      <version>5.5.1</version>
    </dependency>
    <dependency>
      <groupId>org.jetbrains.kotlinx</groupId>
      <artifactId>kotlinx-coroutines-core-jvm</artifactId>
      <version>1.11.0</version>
    </dependency>
    <dependency>
      <groupId>org.jetbrains.kotlin</groupId>
      <artifactId>kotlin-stdlib</artifactId>
      <version>2.4.21</version>
    </dependency>
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <groupId>org.jetbrains.kotlin</groupId>
        <artifactId>kotlin-maven-plugin</artifactId>
        <version>2.4.21</version>
        <configuration><sourceDirs><sourceDir>${project.basedir}</sourceDir></sourceDirs></configuration>
      </plugin>
    </plugins>
  </build>
</project>
XML
cat >"$work/Main.kt" <<'KOTLIN'
import java.io.IOException
import java.net.InetAddress
import java.net.ServerSocket
import java.util.concurrent.TimeUnit.NANOSECONDS
import java.util.concurrent.TimeUnit.SECONDS
import kotlin.coroutines.resume
import kotlin.coroutines.resumeWithException
import kotlin.system.exitProcess
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.runInterruptible
import kotlinx.coroutines.suspendCancellableCoroutine
import kotlinx.coroutines.withTimeoutOrNull
import okhttp3.Call
import okhttp3.Callback
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.Response

suspend fun Call.code(): Int = suspendCancellableCoroutine { continuation ->
    continuation.invokeOnCancellation { cancel() }
    enqueue(object : Callback {
        override fun onResponse(call: Call, response: Response) = continuation.resume(response.use { it.code })

        override fun onFailure(call: Call, e: IOException) = continuation.resumeWithException(e)
    })
}

fun show(name: String, block: suspend () -> Any?) {
    val start = System.nanoTime()
    val result = try {
        runBlocking { withTimeoutOrNull(500) { block() } }.toString()
    } catch (e: IOException) {
        e.toString()
    }
    val isLate = NANOSECONDS.toSeconds(System.nanoTime() - start) >= 4
    println("$name: $result, ${if (isLate) "after OkHttp's timeout" else "in time"}")
}

fun main() {
    val silent = ServerSocket(0, 50, InetAddress.getLoopbackAddress())
    val request = Request.Builder().url("http://localhost:${silent.localPort}/").build()
    val client = OkHttpClient.Builder().readTimeout(5, SECONDS).build()
    fun call() = client.newCall(request)

    // In this order, OkHttp's classes are loaded when its last call begins, and the interrupt finds it reading.
    show("runInterruptible, sleep") { runInterruptible(Dispatchers.IO) { Thread.sleep(8000) } }
    show("enqueue and cancel, OkHttp") { call().code() }
    show("runInterruptible, OkHttp") { runInterruptible(Dispatchers.IO) { call().execute().use { it.code } } }
    exitProcess(0)
}
KOTLIN

maven org.jetbrains.kotlin:kotlin-maven-plugin:2.4.21:compile \
    org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath -Dmdep.outputFile="$work/path"
seen=$("$java" -cp "$work/target/classes:$(cat "$work/path")" MainKt)
echo "$seen"

expected="runInterruptible, sleep: null, in time
enqueue and cancel, OkHttp: null, in time
runInterruptible, OkHttp: java.net.SocketTimeoutException: timeout, after OkHttp's timeout"
if [[ $seen != "$expected" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
