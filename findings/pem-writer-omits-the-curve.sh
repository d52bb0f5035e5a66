#!/usr/bin/env bash
# Bouncy Castle's PEM writer leaves the curve out of an EC key of the JDK, and OpenSSL and Bouncy Castle's own reader reject the file.
#
# Versions: bcpkix-jdk18on 1.87, JDK 17 and 25, OpenSSL 3.
# Guess: JcaPEMWriter writes a private key so that others can read it, whichever provider made it.
# What happens: it takes the key's PKCS#8 apart and writes the inner SEC 1 structure under "EC PRIVATE KEY". The JDK's
#   inner structure does not repeat the curve, which PKCS#8 has outside; the writer drops the outer part. The file no
#   longer says which curve the key is on.
# How it hurts: a key that was made with KeyPairGenerator and saved with JcaPEMWriter cannot be used by any other program, and for
#   API keys and signing keys the file may be the only copy.
# What to do: write "PRIVATE KEY" with the key's own encoding (new PemObject("PRIVATE KEY", key.getEncoded())), or
#   JcaPKCS8Generator(key, null).
#
# Usage: findings/pem-writer-omits-the-curve.sh (needs openssl 3 on the PATH)
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

cat >"$work/pom.xml" <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.bouncycastle</groupId>
      <artifactId>bcpkix-jdk18on</artifactId>
      <version>1.87</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B -f "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies \
    -DoutputDirectory="$work/lib"

cat >"$work/Main.java" <<'JAVA'
import java.io.FileReader;
import java.io.FileWriter;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

public class Main {
    public static void main(String[] args) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", "SunEC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        write(args[0], pair.getPrivate());
        write(args[1], new JcaPKCS8Generator(pair.getPrivate(), null));
        for (String file : args) {
            System.out.println(read(file));
        }
    }

    static void write(String file, Object object) throws Exception {
        try (JcaPEMWriter writer = new JcaPEMWriter(new FileWriter(file))) {
            writer.writeObject(object);
        }
    }

    static String read(String file) throws Exception {
        try (PEMParser parser = new PEMParser(new FileReader(file))) {
            Object object = parser.readObject();
            if (object instanceof org.bouncycastle.openssl.PEMKeyPair keys) {
                return new JcaPEMKeyConverter().getKeyPair(keys).getPrivate().getAlgorithm();
            }
            return new JcaPEMKeyConverter()
                    .getPrivateKey((org.bouncycastle.asn1.pkcs.PrivateKeyInfo) object)
                    .getAlgorithm();
        } catch (Exception e) {
            return "rejected: " + e.getClass().getSimpleName();
        }
    }
}
JAVA

seen=$("$java" -cp "$work/lib/*" "$work/Main.java" "$work/written.pem" "$work/pkcs8.pem")
for file in written pkcs8; do
    if openssl pkey -in "$work/$file.pem" -noout -text >"$work/log" 2>&1; then
        seen+=$'\n'"OpenSSL on $file: $(grep 'ASN1 OID' "$work/log")"
    else
        seen+=$'\n'"OpenSSL on $file: rejected"
    fi
done
echo "written as: $(head -n 1 "$work/written.pem" | tr -d -)"
echo "$seen"

expected="rejected: PEMException
EC
OpenSSL on written: rejected
OpenSSL on pkcs8: ASN1 OID: prime256v1"
if [[ $seen != "$expected" ]]; then
    echo "The behavior has changed: this finding needs another look." >&2
    exit 1
fi
