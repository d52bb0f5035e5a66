package io.github.ascjava.signing.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/** Reads private keys of RSA and P-256: PEM and DER; PKCS#1, SEC 1 and PKCS#8; encrypted or not. */
public final class KeyReader {

    private static final String BEGIN = "-----BEGIN";

    private final char @Nullable [] password;

    private KeyReader(char @Nullable [] password) {
        this.password = password;
    }

    /**
     * Reads a key.
     *
     * @param password null if there is none
     */
    public static KeyPair read(byte[] content, char @Nullable [] password) throws UnreadableException {
        if (content.length == 0) {
            throw new UnreadableException("is empty.");
        }
        KeyReader reader = new KeyReader(password);
        try {
            boolean isPem = new String(content, StandardCharsets.ISO_8859_1).contains(BEGIN);
            return KeyPairs.of(isPem ? reader.pem(content) : reader.der(content));
        } catch (PEMException | IllegalArgumentException | ClassCastException | IllegalStateException e) {
            throw new UnreadableException("holds no private key that can be read: it is damaged or incomplete.", e);
        } catch (IOException e) {
            throw new UnreadableException("holds no private key that can be read: it is damaged or incomplete.", e);
        }
    }

    /** There may be other blocks before the key, such as the parameters of its curve. */
    private PrivateKeyInfo pem(byte[] content) throws IOException, UnreadableException {
        boolean hasCertificate = false;
        try (PEMParser parser =
                new PEMParser(new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.ISO_8859_1))) {
            for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
                if (found instanceof PEMKeyPair pair) {
                    return pair.getPrivateKeyInfo();
                } else if (found instanceof PrivateKeyInfo key) {
                    return key;
                } else if (found instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
                    return decrypted(encrypted);
                } else if (found instanceof PEMEncryptedKeyPair encrypted) {
                    return decrypted(encrypted);
                }
                hasCertificate |= found instanceof X509CertificateHolder;
            }
        }
        throw new UnreadableException(
                hasCertificate ? "holds a certificate, but no private key." : "holds no private key.");
    }

    private PrivateKeyInfo der(byte[] content) throws IOException, UnreadableException {
        if (content[0] != 0x30) {
            throw new UnreadableException("is not a private key in PEM or DER.");
        }
        ASN1Sequence sequence = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(content));
        if (sequence.size() == 2) {
            return decrypted(new PKCS8EncryptedPrivateKeyInfo(EncryptedPrivateKeyInfo.getInstance(sequence)));
        }
        // The keys of PKCS#1 are nine numbers, those of PKCS#8 three or four members of different kinds.
        return sequence.size() >= 9
                ? new PrivateKeyInfo(
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption),
                        RSAPrivateKey.getInstance(sequence))
                : PrivateKeyInfo.getInstance(sequence);
    }

    private PrivateKeyInfo decrypted(PKCS8EncryptedPrivateKeyInfo encrypted) throws UnreadableException {
        KeyDerivation.requireBearable(encrypted.toASN1Structure().getEncryptionAlgorithm());
        try {
            return encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(required()));
        } catch (PKCSException | OperatorCreationException e) {
            throw wrongPassword(e);
        }
    }

    private PrivateKeyInfo decrypted(PEMEncryptedKeyPair encrypted) throws UnreadableException {
        char[] given = required();
        try {
            return encrypted
                    .decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                            .setProvider(BouncyCastle.PROVIDER)
                            .build(given))
                    .getPrivateKeyInfo();
        } catch (IOException e) {
            throw wrongPassword(e);
        }
    }

    private char[] required() throws UnreadableException {
        if (password == null) {
            throw new UnreadableException("is encrypted; give its password.");
        }
        return password;
    }

    static UnreadableException wrongPassword(Exception cause) {
        return new UnreadableException("cannot be decrypted: the password is wrong, or the file is damaged.", cause);
    }
}
