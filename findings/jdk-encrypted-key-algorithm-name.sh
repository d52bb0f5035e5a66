#!/usr/bin/env bash
# The name under which the JDK decrypts an encrypted private key stands in another place in JDK 17 than in JDK 25.
#
# Versions: JDK 17 and 25; the file is one of OpenSSL 3's default format (PBES2 with AES-256).
# Guess: EncryptedPrivateKeyInfo.getAlgName() is the name for SecretKeyFactory, as its documentation shows.
# What happens: JDK 17 says "PBES2", for which there is no SecretKeyFactory. The usable name, such as
#   PBEWithHmacSHA256AndAES_256, is the text of the parameters, getAlgParameters().toString(). JDK 25 gives it as the
#   name as well. For the older PBE-SHA1-3DES, the text of the parameters is salt and iteration count, and
#   getAlgName() is the usable name on both. The shortcut getKeySpec(Key) uses getAlgName() as well.
# How it hurts: code that was written on a current JDK fails with NoSuchAlgorithmException for each encrypted .p8 or
#   PEM file when it runs on 17, and code from 17 fails for the older files.
# What to do: take getAlgName(), but the text of the parameters where the name is PBES2.
#
# Usage: findings/jdk-encrypted-key-algorithm-name.sh (needs openssl 3 on the PATH; sees what the JDK at hand does)
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$work/key.pem"
openssl pkcs8 -topk8 -in "$work/key.pem" -passout pass:password -outform DER -out "$work/default.der"
openssl pkcs8 -topk8 -in "$work/key.pem" -v1 PBE-SHA1-3DES -passout pass:password -outform DER -out "$work/older.der"

cat >"$work/Main.java" <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

public class Main {
    public static void main(String[] args) throws Exception {
        for (String format : new String[] {"default", "older"}) {
            EncryptedPrivateKeyInfo key =
                    new EncryptedPrivateKeyInfo(Files.readAllBytes(Path.of(args[0], format + ".der")));
            System.out.println(format + ", name: " + decrypt(key, key.getAlgName()));
            System.out.println(format + ", parameters: " + decrypt(key, key.getAlgParameters().toString()));
        }
    }

    static String decrypt(EncryptedPrivateKeyInfo key, String name) throws Exception {
        try {
            var password = SecretKeyFactory.getInstance(name).generateSecret(new PBEKeySpec("password".toCharArray()));
            Cipher cipher = Cipher.getInstance(name);
            cipher.init(Cipher.DECRYPT_MODE, password, key.getAlgParameters());
            return name + " opens the key: " + key.getKeySpec(cipher).getFormat();
        } catch (NoSuchAlgorithmException e) {
            return "no such algorithm";
        }
    }
}
JAVA

seen=$("$java" "$work/Main.java" "$work")
echo "$seen"
case $("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p') in
    17) name="no such algorithm" ;;
    25) name="PBEWithHmacSHA256AndAES_256 opens the key: PKCS#8" ;;
    *) echo "Only JDK 17 and 25 were looked at." >&2; exit 1 ;;
esac

if [[ $seen != "default, name: $name
default, parameters: PBEWithHmacSHA256AndAES_256 opens the key: PKCS#8
older, name: PBEWithSHA1AndDESede opens the key: PKCS#8
older, parameters: no such algorithm" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
