#!/usr/bin/env bash
# Java does not list a key in a PKCS#11 device that has no certificate, and cannot get at it.
#
# Versions: SunPKCS11 of JDK 17 and 25, SoftHSM 2.6.1 of Debian 12.
# Guess: KeyStore.getInstance("PKCS11") has an entry for each key in the device. PKCS#11 knows keys and certificates as
#   separate objects, and signing a JWT needs no certificate.
# What happens: a private key without a certificate is left out. The key store has no alias for it, so nothing can ask for
#   the key, and setKeyEntry takes no key without a certificate chain.
# How it hurts: a key of App Store Connect comes without a certificate. Its import into the device succeeds, the device's
#   own tools show it, and to Java the device is empty.
# What to do: make a self-signed certificate for the key and store both with setKeyEntry. Its content does not matter.
#
# Usage: findings/pkcs11-key-without-certificate.sh (gets SoftHSM by apt-get download, on Debian 12 after apt-get update)
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
softhsm() { quietly "$work/root/usr/bin/softhsm2-util" --module "$module" --pin 123456 "$@"; }

cat >"$work/Main.java" <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

public class Main {
    static final char[] PIN = "123456".toCharArray();

    public static void main(String[] args) throws Exception {
        KeyStore file = KeyStore.getInstance("PKCS12");
        file.load(Files.newInputStream(Path.of(args[0], "key.p12")), PIN);
        PrivateKey key = (PrivateKey) file.getKey("key", PIN);
        if (args[1].equals("export")) {
            String body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
            String pem = "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
            Files.writeString(Path.of(args[0], "key.pem"), pem);
            return;
        }
        Provider provider = Security.getProvider("SunPKCS11").configure(Path.of(args[0], "pkcs11.cfg").toString());
        System.out.println("imported without certificate: " + aliases(provider));
        KeyStore device = open(provider);
        try {
            device.setKeyEntry("alone", key, null, null);
        } catch (IllegalArgumentException e) {
            System.out.println("setKeyEntry without certificate: " + e.getMessage());
        }
        device.setKeyEntry("accompanied", key, null, new Certificate[] {file.getCertificate("key")});
        System.out.println("setKeyEntry with certificate: " + aliases(provider));
    }

    static KeyStore open(Provider provider) throws Exception {
        KeyStore device = KeyStore.getInstance("PKCS11", provider);
        device.load(null, PIN);
        return device;
    }

    static List<String> aliases(Provider provider) throws Exception {
        return Collections.list(open(provider).aliases());
    }
}
JAVA

quietly "${bin}keytool" -genkeypair -keyalg EC -groupname secp256r1 -dname CN=finding -alias key \
    -keystore "$work/key.p12" -storepass 123456
"${bin}java" "$work/Main.java" "$work" export
softhsm --init-token --free --label token --so-pin 123456
softhsm --import "$work/key.pem" --token token --label imported --id 01
objects=$(find "$work/tokens" -name '*.object' ! -name token.object | wc -l)
seen="objects in the device: $objects
$("${bin}java" "$work/Main.java" "$work" list)"
echo "$seen"

expected="objects in the device: 2
imported without certificate: []
setKeyEntry without certificate: Private key must be accompanied by certificate chain
setKeyEntry with certificate: [accompanied]"
if [[ $seen != "$expected" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
