#!/usr/bin/env bash
# OpenSSL 3 cannot read the certificate in a PKCS#12 file that Bouncy Castle writes with its defaults.
#
# Version: bcpkix-jdk18on 1.87.
# Guess: KeyStore.getInstance("PKCS12", "BC") writes what the JDK's own PKCS12 writes since 17: AES-256 and a MAC with
#   SHA-256. The number of iterations, 300,000 and more, suggests a current format.
# What happens: the certificate is encrypted with RC2 of 40 bits, the key with Triple DES, and the MAC uses SHA-1.
#   OpenSSL 3 keeps RC2 in its legacy provider, which is not loaded by default, and stops with "unsupported".
# How it hurts: a signing identity that a Java program has exported imports in Java, and fails on the build machine in
#   the tools that use OpenSSL. Their message names neither the file nor Bouncy Castle.
# What to do: write the file with KeyStore.getInstance("PKCS12", "SunJSSE"), even if Bouncy Castle made the certificate.
#
# Usage: findings/bouncy-castle-pkcs12-that-openssl-cannot-read.sh (asks OpenSSL too if version 3 is on the PATH)
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
  <artifactId>pkcs12</artifactId>
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
cat >"$work/Main.java" <<'JAVA'
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Date;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.AuthenticatedSafe;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

public class Main {
    public static void main(String[] args) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        X500Name name = new X500Name("CN=finding");
        Date now = new Date();
        X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(
                new JcaX509v3CertificateBuilder(
                                name, BigInteger.ONE, now, new Date(now.getTime() + 86_400_000), name, pair.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        for (Provider provider : new Provider[] {new BouncyCastleProvider(), Security.getProvider("SunJSSE")}) {
            KeyStore store = KeyStore.getInstance("PKCS12", provider);
            store.load(null, null);
            char[] password = "password".toCharArray();
            store.setKeyEntry("key", pair.getPrivate(), password, new X509Certificate[] {certificate});
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            Files.write(Path.of(args[0], provider.getName() + ".p12"), out.toByteArray());
            System.out.println(provider.getName() + ": certificate " + encryption(Pfx.getInstance(out.toByteArray())));
        }
    }

    static String encryption(Pfx pfx) {
        byte[] safe = ASN1OctetString.getInstance(pfx.getAuthSafe().getContent()).getOctets();
        for (ContentInfo info : AuthenticatedSafe.getInstance(ASN1Sequence.getInstance(safe)).getContentInfo()) {
            if (info.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
                var algorithm = EncryptedData.getInstance(info.getContent()).getEncryptionAlgorithm().getAlgorithm();
                return algorithm.equals(PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC) ? "RC2-40"
                        : algorithm.equals(PKCSObjectIdentifiers.id_PBES2) ? "PBES2" : algorithm.getId();
            }
        }
        return "not encrypted";
    }
}
JAVA

maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dmdep.outputFile="$work/path"
seen=$("$java" -cp "$(cat "$work/path")" "$work/Main.java" "$work")
echo "$seen"
if [[ $(openssl version 2>/dev/null) == "OpenSSL 3"* ]]; then
    for file in BC SunJSSE; do
        if openssl pkcs12 -in "$work/$file.p12" -passin pass:password -nokeys >/dev/null 2>"$work/log"; then
            echo "$file: OpenSSL reads it"
        else
            echo "$file: OpenSSL does not read it, $(grep -o 'unsupported.*(RC2[^)]*)' "$work/log" | sed 's/:.*(/: /; s/)//')"
        fi
    done
fi

if [[ $seen != "BC: certificate RC2-40
SunJSSE: certificate PBES2" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
