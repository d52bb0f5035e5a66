#!/usr/bin/env bash
# An EC key in a PKCS#11 device has none of Java's interfaces for EC keys, and java-jwt cannot sign with it.
#
# Versions: SunPKCS11 of JDK 17 and 25, SoftHSM 2.6.1 of Debian 12, java-jwt 4.6.2, JJWT 0.13.0, jose4j 0.9.6, Nimbus JOSE +
#   JWT 10.10.
# Guess: a key whose getAlgorithm is "EC" is an ECPrivateKey, or at least an ECKey with the parameters of its curve, which
#   are public. A JWT library that signs with a key from a file signs with the same key in a device.
# What happens: the key is neither. java-jwt takes only an ECPrivateKey, and the cast fails. JJWT finds no algorithm for the
#   key unless it is named, as Nimbus needs the curve. None of the libraries signs unless the provider is registered: a
#   provider that was only passed to KeyStore loads the key, and the first signature fails.
# How it hurts: a service that moves its key of App Store Connect into a device compiles, starts, and cannot make a token.
# What to do: call Security.addProvider, and name the algorithm or the curve: signWith(key, Jwts.SIG.ES256) or new
#   ECDSASigner(key, Curve.P_256). For java-jwt extend its Algorithm.
#
# Usage: findings/pkcs11-key-is-not-an-ec-key.sh (also gets SoftHSM by apt-get download, on Debian 12 after apt-get update)
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
bin=${JAVA_HOME:+$JAVA_HOME/bin/}

# Runs a command in the directory and prints what it says only if it fails.
quietly() {
    (cd "$work" && "$@") >"$work/log" 2>&1 || { cat "$work/log" >&2; return 1; }
}

# The temporary directory is not open to apt's own user, so no sandbox.
quietly apt-get -o APT::Sandbox::User=root download softhsm2=2.6.1-2.1 libsofthsm2=2.6.1-2.1
for package in "$work"/*.deb; do quietly dpkg-deb -x "$package" "$work/root"; done
module=$(find "$work/root" -type f -name libsofthsm2.so)
mkdir "$work/tokens"
export SOFTHSM2_CONF=$work/softhsm2.conf
echo "directories.tokendir = $work/tokens" >"$SOFTHSM2_CONF"
printf 'name = SoftHSM\nlibrary = %s\nslotListIndex = 0\n' "$module" >"$work/pkcs11.cfg"
quietly "$work/root/usr/bin/softhsm2-util" --module "$module" --pin 123456 --init-token --free --label token --so-pin 123456
quietly "${bin}keytool" -genkeypair -keyalg EC -groupname secp256r1 -dname CN=finding -alias key \
    -keystore "$work/key.p12" -storepass 123456

cat >"$work/pom.xml" <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>findings</groupId>
  <artifactId>devices</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.auth0</groupId>
      <artifactId>java-jwt</artifactId>
      <version>4.6.2</version>
    </dependency>
    <dependency>
      <groupId>io.jsonwebtoken</groupId>
      <artifactId>jjwt-gson</artifactId>
      <version>0.13.0</version>
    </dependency>
    <dependency>
      <groupId>io.jsonwebtoken</groupId>
      <artifactId>jjwt-impl</artifactId>
      <version>0.13.0</version>
    </dependency>
    <dependency>
      <groupId>org.bitbucket.b_c</groupId>
      <artifactId>jose4j</artifactId>
      <version>0.9.6</version>
    </dependency>
    <dependency>
      <groupId>com.nimbusds</groupId>
      <artifactId>nimbus-jose-jwt</artifactId>
      <version>10.10</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-nop</artifactId>
      <version>1.7.36</version>
    </dependency>
  </dependencies>
</project>
XML
cat >"$work/Main.java" <<'JAVA'
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.SignatureGenerationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import io.jsonwebtoken.Jwts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPrivateKey;
import java.util.concurrent.Callable;
import org.jose4j.jws.JsonWebSignature;

public class Main {
    static final char[] PIN = "123456".toCharArray();

    public static void main(String[] args) throws Exception {
        KeyStore file = KeyStore.getInstance("PKCS12");
        file.load(Files.newInputStream(Path.of(args[0], "key.p12")), PIN);
        PrivateKey inFile = (PrivateKey) file.getKey("key", PIN);
        Provider provider = Security.getProvider("SunPKCS11").configure(Path.of(args[0], "pkcs11.cfg").toString());
        KeyStore device = KeyStore.getInstance("PKCS11", provider);
        device.load(null, PIN);
        device.setKeyEntry("key", inFile, null, new Certificate[] {file.getCertificate("key")});
        PrivateKey inDevice = (PrivateKey) device.getKey("key", null);

        sign("file", inFile);
        sign("device", inDevice);
        Security.addProvider(provider);
        sign("device, provider registered", inDevice);
    }

    static void sign(String name, PrivateKey key) {
        System.out.printf("%s: %s, ECKey %s, ECPrivateKey %s%n",
                name, key.getAlgorithm(), key instanceof ECKey, key instanceof ECPrivateKey);
        print("java-jwt", () -> JWT.create().sign(Algorithm.ECDSA256(null, (ECPrivateKey) key)));
        print("its Algorithm", () -> JWT.create().sign(new Es256(key)));
        print("JJWT", () -> Jwts.builder().issuer("a").signWith(key).compact());
        print("JJWT, ES256", () -> Jwts.builder().issuer("a").signWith(key, Jwts.SIG.ES256).compact());
        print("jose4j", () -> {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setPayload("{}");
            jws.setAlgorithmHeaderValue("ES256");
            jws.setKey(key);
            return jws.getCompactSerialization();
        });
        print("Nimbus, P-256", () -> {
            JWSObject jws = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload("{}"));
            jws.sign(new ECDSASigner(key, Curve.P_256));
            return jws.serialize();
        });
    }

    /** ES256 for java-jwt with a key of any class. */
    static class Es256 extends Algorithm {
        private final PrivateKey key;

        Es256(PrivateKey key) {
            super("ES256", "ECDSA with SHA-256");
            this.key = key;
        }

        @Override
        public byte[] sign(byte[] content) {
            try {
                Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
                signature.initSign(key);
                signature.update(content);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new SignatureGenerationException(this, e);
            }
        }

        @Override
        public void verify(DecodedJWT token) {
            throw new UnsupportedOperationException();
        }
    }

    static void print(String name, Callable<String> signing) {
        String result;
        try {
            result = signing.call().matches("[^.]+\\.[^.]+\\.[^.]{86}") ? "signs" : "has no signature of ES256";
        } catch (Exception e) {
            result = e.getClass().getSimpleName();
        }
        System.out.printf("  %-13s %s%n", name, result);
    }
}
JAVA

quietly mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath -Dmdep.outputFile="$work/path"
seen=$("${bin}java" -cp "$(cat "$work/path")" "$work/Main.java" "$work")
echo "$seen"

expected="file: EC, ECKey true, ECPrivateKey true
  java-jwt      signs
  its Algorithm signs
  JJWT          signs
  JJWT, ES256   signs
  jose4j        signs
  Nimbus, P-256 signs
device: EC, ECKey false, ECPrivateKey false
  java-jwt      ClassCastException
  its Algorithm SignatureGenerationException
  JJWT          UnsupportedKeyException
  JJWT, ES256   SignatureException
  jose4j        InvalidKeyException
  Nimbus, P-256 JOSEException
device, provider registered: EC, ECKey false, ECPrivateKey false
  java-jwt      ClassCastException
  its Algorithm signs
  JJWT          UnsupportedKeyException
  JJWT, ES256   signs
  jose4j        signs
  Nimbus, P-256 signs"
if [[ $seen != "$expected" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
