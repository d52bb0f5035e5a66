#!/usr/bin/env bash
# The JDK's PKCS#12 store writes names in lower case, and of two identities whose names differ in case it keeps one.
#
# Versions: JDK 17 and 25, OpenSSL 3.
# Guess: a name in a PKCS#12 file is data. A file that Java reads and writes again has the same names and entries.
# What happens: the store turns each name into lower case, as an alias and in the file that it writes. An identity whose
#   name is known in another case replaces the present one without an exception, with key and certificate.
# How it hurts: tools for code signing find an identity by its name ("Apple Distribution: ..."), which is another one
#   after Java has copied the file. Of a team's identities "Store" and "STORE", one is lost.
# What to do: give names that differ by more than case, or write the file with Bouncy Castle's store of the types
#   PKCS12-AES256-AES128 or PKCS12-3DES-3DES, which keeps names as they are.
#
# Usage: findings/jdk-pkcs12-lowers-names.sh (needs openssl 3 on the PATH)
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

for name in Store STORE; do
    openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/$name.key" -out "$work/$name.crt" -subj "/CN=$name" -days 2 \
        2>"$work/log" || { cat "$work/log" >&2; exit 1; }
    openssl pkcs12 -export -inkey "$work/$name.key" -in "$work/$name.crt" -name "$name" -out "$work/$name.p12" \
        -passout pass:password
done

cat >"$work/Main.java" <<'JAVA'
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;

public class Main {
    static final char[] PASSWORD = "password".toCharArray();

    /** Puts the identities of all files into one store, by their names, and writes it. */
    public static void main(String[] args) throws Exception {
        KeyStore all = KeyStore.getInstance("PKCS12");
        all.load(null, null);
        for (int i = 1; i < args.length; i++) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(Path.of(args[i]))) {
                store.load(in, PASSWORD);
            }
            String name = Collections.list(store.aliases()).get(0);
            System.out.println("read: " + name);
            all.setKeyEntry(name, store.getKey(name, PASSWORD), PASSWORD, store.getCertificateChain(name));
        }
        for (String name : Collections.list(all.aliases())) {
            X509Certificate certificate = (X509Certificate) all.getCertificate(name);
            System.out.println("kept: " + name + ", " + certificate.getSubjectX500Principal());
        }
        try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
            all.store(out, PASSWORD);
        }
    }
}
JAVA

seen=$("$java" "$work/Main.java" "$work/all.p12" "$work/Store.p12" "$work/STORE.p12")
names=$(openssl pkcs12 -in "$work/all.p12" -passin pass:password -nokeys | grep friendlyName | tr -s ' ' | sort -u)
echo "$seen"
echo "OpenSSL sees:$names"

if [[ $seen != "read: store
read: store
kept: store, CN=STORE" || $names != *"friendlyName: store" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
