#!/usr/bin/env bash
# dd-plist reads an integer of 2^63 or more of a property list as another number, without an error.
#
# Versions: dd-plist 1.30.
# Guess: an integer that a parser cannot hold is an error. Property lists have integers up to 2^64-1; CoreFoundation writes
#   and reads them.
# What happens: from XML, the integer becomes a rounded floating-point number; isInteger() is false and longValue() is
#   Long.MAX_VALUE. From a binary property list, the same integer becomes negative: -1 for 2^64-1.
# How it hurts: a build number, a serial number or a bit mask is another one than in the file, and not the same one in both
#   formats.
# What to do: take large numbers from strings, where the format allows it, and reject what isInteger() denies or what is
#   negative but must not be.
#
# Usage: findings/dd-plist-large-integers.sh
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
  <artifactId>integers</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.googlecode.plist</groupId>
      <artifactId>dd-plist</artifactId>
      <version>1.30</version>
    </dependency>
  </dependencies>
</project>
XML
cat >"$work/Main.java" <<'JAVA'
import com.dd.plist.NSNumber;
import com.dd.plist.PropertyListParser;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

public class Main {
    public static void main(String[] args) throws Exception {
        for (String text : new String[] {"9223372036854775807", "9223372036854775808", "18446744073709551615"}) {
            System.out.println(text + " in XML: " + show(xml(text)) + "; binary: " + show(binary(text)));
        }
    }

    static String show(byte[] plist) throws Exception {
        NSNumber number = (NSNumber) PropertyListParser.parse(plist);
        return (number.isInteger() ? "integer " : "no integer, ") + number.longValue();
    }

    static byte[] xml(String integer) {
        return ("<?xml version=\"1.0\"?><plist version=\"1.0\"><integer>" + integer + "</integer></plist>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** One integer of 16 bytes, as CoreFoundation writes those from 2^63 on. */
    static byte[] binary(String integer) {
        byte[] digits = new BigInteger(integer).toByteArray();
        ByteBuffer plist = ByteBuffer.allocate(8 + 17 + 1 + 32);
        plist.put("bplist00".getBytes(StandardCharsets.US_ASCII)).put((byte) 0x14);
        plist.put(new byte[16 - digits.length]).put(digits);
        plist.put((byte) 8); // The table of offsets.
        plist.put(new byte[6]).put((byte) 1).put((byte) 1).putLong(1).putLong(0).putLong(25);
        return plist.array();
    }
}
JAVA

maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dmdep.outputFile="$work/path"
seen=$("$java" -cp "$(cat "$work/path")" "$work/Main.java")
echo "$seen"

expected="9223372036854775807 in XML: integer 9223372036854775807; binary: integer 9223372036854775807
9223372036854775808 in XML: no integer, 9223372036854775807; binary: integer -9223372036854775808
18446744073709551615 in XML: no integer, 9223372036854775807; binary: integer -1"
if [[ $seen != "$expected" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
