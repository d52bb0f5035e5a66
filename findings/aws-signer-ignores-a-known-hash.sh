#!/usr/bin/env bash
# The signer of the AWS SDK replaces the x-amz-content-sha256 of a request, so a hash that is known already cannot be signed.
#
# Version: software.amazon.awssdk:http-auth-aws 2.57.8.
# Guess: x-amz-content-sha256 is an ordinary header of S3's signatures. A program that knows the SHA-256 of a large file sets it,
#   and the signer signs it, as the signers of other AWS SDKs do.
# What happens: without a payload, the header becomes the hash of nothing, and S3 rejects the content with
#   XAmzContentSHA256Mismatch. Nothing says so. Only with the payload at hand does the header get the right value: the signer then
#   reads the payload from beginning to end, for each attempt. With PAYLOAD_SIGNING_ENABLED set to false, it becomes
#   UNSIGNED-PAYLOAD, and S3 does not check the content.
# How it hurts: a part of a large file that is signed and sent is read twice, and twice more for each retry.
# What to do: give the signer the payload and accept the reading, or compute the signature without it.
#
# Usage: findings/aws-signer-ignores-a-known-hash.sh
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
  <artifactId>hash</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>software.amazon.awssdk</groupId>
      <artifactId>http-auth-aws</artifactId>
      <version>2.57.8</version>
    </dependency>
  </dependencies>
</project>
XML
cat >"$work/Main.java" <<'JAVA'
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

public class Main {
    public static void main(String[] args) throws Exception {
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);
        String known = sha256(content);
        AtomicInteger readings = new AtomicInteger();
        ContentStreamProvider payload = () -> {
            readings.incrementAndGet();
            return new ByteArrayInputStream(content);
        };
        System.out.println("no payload:                   " + name(signed(known, null, null), known));
        System.out.println("no payload, signing disabled: " + name(signed(known, false, null), known));
        String withPayload = name(signed(known, true, payload), known);
        System.out.println("with payload:                 " + withPayload + ", " + readings + " reading");
    }

    static String signed(String hash, Boolean signing, ContentStreamProvider payload) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.PUT)
                .uri(URI.create("https://bucket.s3.us-west-2.amazonaws.com/object"))
                .putHeader("x-amz-content-sha256", hash)
                .build();
        return AwsV4HttpSigner.create()
                .sign(r -> {
                    r.identity(AwsCredentialsIdentity.create("AKIAIOSFODNN7EXAMPLE", "secret"))
                            .request(request)
                            .payload(payload)
                            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                            .putProperty(AwsV4HttpSigner.REGION_NAME, "us-west-2");
                    if (signing != null) {
                        r.putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, signing);
                    }
                })
                .request()
                .firstMatchingHeader("x-amz-content-sha256")
                .orElse("none");
    }

    static String name(String hash, String known) throws Exception {
        if (hash.equals(known)) {
            return "the known hash";
        }
        return hash.equals(sha256(new byte[0])) ? "the hash of nothing" : hash;
    }

    static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
JAVA

maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dmdep.outputFile="$work/path"
seen=$("$java" -cp "$(cat "$work/path")" "$work/Main.java" 2>/dev/null)
echo "$seen"

expected="no payload:                   the hash of nothing
no payload, signing disabled: UNSIGNED-PAYLOAD
with payload:                 the known hash, 1 reading"
if [[ $seen != "$expected" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
