#!/usr/bin/env bash
# The JDK does not sign with a P-256 key that Bouncy Castle has read from a .p8 file, because the key is called ECDSA.
#
# Versions: bcpkix-jdk18on 1.87, JJWT 0.13.0, Nimbus JOSE + JWT 10.10, JDK 17 and 25.
# Guess: a PEM file gives the same key whichever provider reads it. Keys of one provider that have an encoding work with
#   another, as those of KeyFactory.getInstance("EC", bouncyCastle) do.
# What happens: JcaPEMKeyConverter asks its provider for "ECDSA", and Bouncy Castle gives the key this name instead of EC.
#   The JDK's signatures look at the name and throw InvalidKeyException, "Not an EC key: ECDSA". Without setProvider the
#   converter finds no "ECDSA" in the JDK, falls back to "EC", and the key works.
# How it hurts: PEMParser, JcaPEMKeyConverter and setProvider are the usual lines to read a .p8 file. JWT libraries ask the
#   JDK for a signature and fail, unless some other part of the program has registered Bouncy Castle. So the same code
#   works in one program and fails in the next.
# What to do: leave out setProvider, or read the key with KeyFactory.getInstance("EC", bouncyCastle).
#
# Usage: findings/bouncy-castle-key-that-the-jdk-refuses.sh
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
  <artifactId>refused</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.bouncycastle</groupId>
      <artifactId>bcpkix-jdk18on</artifactId>
      <version>1.87</version>
    </dependency>
    <dependency>
      <groupId>io.jsonwebtoken</groupId>
      <artifactId>jjwt-impl</artifactId>
      <version>0.13.0</version>
    </dependency>
    <dependency>
      <groupId>io.jsonwebtoken</groupId>
      <artifactId>jjwt-gson</artifactId>
      <version>0.13.0</version>
    </dependency>
    <dependency>
      <groupId>com.nimbusds</groupId>
      <artifactId>nimbus-jose-jwt</artifactId>
      <version>10.10</version>
    </dependency>
  </dependencies>
</project>
XML
cat >"$work/Main.java" <<'JAVA'
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import io.jsonwebtoken.Jwts;
import java.io.StringReader;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

public class Main {
    interface Signing {
        void sign() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        Provider bc = new BouncyCastleProvider();
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC", bc);
        pairs.initialize(new ECGenParameterSpec("secp256r1"));
        byte[] der = pairs.generateKeyPair().getPrivate().getEncoded();
        String body = Base64.getMimeEncoder().encodeToString(der);
        String pem = "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
        PrivateKeyInfo info = (PrivateKeyInfo) new PEMParser(new StringReader(pem)).readObject();
        PrivateKey converted = new JcaPEMKeyConverter().setProvider(bc).getPrivateKey(info);

        print("converter with Bouncy Castle", converted);
        print("converter with the JDK", new JcaPEMKeyConverter().getPrivateKey(info));
        print("key factory of Bouncy Castle", KeyFactory.getInstance("EC", bc).generatePrivate(new PKCS8EncodedKeySpec(der)));
        Security.addProvider(bc);
        print("the first, Bouncy Castle registered", converted);
    }

    static void print(String source, PrivateKey key) {
        System.out.println(source + ": " + key.getAlgorithm()
                + ", JDK " + result(() -> Signature.getInstance("SHA256withECDSA").initSign(key))
                + ", JJWT " + result(() -> Jwts.builder().content("x").signWith(key, Jwts.SIG.ES256).compact())
                + ", Nimbus " + result(() -> new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload("x"))
                        .sign(new ECDSASigner((ECPrivateKey) key))));
    }

    static String result(Signing signing) {
        try {
            signing.sign();
            return "signs";
        } catch (Exception e) {
            return e.getClass().getSimpleName();
        }
    }
}
JAVA

maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dmdep.outputFile="$work/path"
seen=$("$java" -cp "$(cat "$work/path")" "$work/Main.java")
echo "$seen"

expected="converter with Bouncy Castle: ECDSA, JDK InvalidKeyException, JJWT SignatureException, Nimbus JOSEException
converter with the JDK: EC, JDK signs, JJWT signs, Nimbus signs
key factory of Bouncy Castle: EC, JDK signs, JJWT signs, Nimbus signs
the first, Bouncy Castle registered: ECDSA, JDK signs, JJWT signs, Nimbus signs"
if [[ $seen != "$expected" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
