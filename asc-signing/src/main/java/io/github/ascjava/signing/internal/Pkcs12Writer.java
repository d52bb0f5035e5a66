package io.github.ascjava.signing.internal;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/** Writes PKCS#12 files with one key, its certificate and the certificates above that. */
public final class Pkcs12Writer {

    private final ASN1ObjectIdentifier encryption;
    private final ASN1ObjectIdentifier digest;
    private final int rounds;

    private Pkcs12Writer(ASN1ObjectIdentifier encryption, ASN1ObjectIdentifier digest, int rounds) {
        this.encryption = encryption;
        this.digest = digest;
        this.rounds = rounds;
    }

    /** Returns a writer of PBE-SHA1-3DES for keys and certificates, and HMAC-SHA1, which every reader knows. */
    public static Pkcs12Writer tripleDes() {
        return new Pkcs12Writer(
                PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC, OIWObjectIdentifiers.idSHA1, 50_000);
    }

    /** Returns a writer of PBES2 with AES-256 and PBKDF2, and HMAC-SHA256. */
    public static Pkcs12Writer aes() {
        return new Pkcs12Writer(NISTObjectIdentifiers.id_aes256_CBC, NISTObjectIdentifiers.id_sha256, 100_000);
    }

    /**
     * Writes a file.
     *
     * @param name the friendly name of key and certificate
     * @param certificates the key's own first
     * @param password not empty
     */
    public byte[] write(String name, PrivateKey key, List<X509Certificate> certificates, char[] password) {
        try {
            byte[] id = certificates.get(0).getSerialNumber().toByteArray();
            PKCS12PfxPduBuilder file = new PKCS12PfxPduBuilder();
            file.addEncryptedData(encryptor(password), certificateBags(name, id, certificates));
            PKCS12SafeBagBuilder bag =
                    new PKCS12SafeBagBuilder(PrivateKeyInfo.getInstance(key.getEncoded()), encryptor(password));
            file.addData(identified(bag, name, id).build());
            return file.build(
                            new JcePKCS12MacCalculatorBuilder(digest)
                                    .setProvider(BouncyCastle.PROVIDER)
                                    .setIterationCount(rounds),
                            password)
                    .getEncoded();
        } catch (IOException | CertificateEncodingException | PKCSException e) {
            throw new IllegalStateException("Keys and certificates can always be written.", e);
        }
    }

    private static PKCS12SafeBag[] certificateBags(String name, byte[] id, List<X509Certificate> certificates)
            throws CertificateEncodingException, IOException {
        PKCS12SafeBag[] bags = new PKCS12SafeBag[certificates.size()];
        for (int i = 0; i < bags.length; i++) {
            PKCS12SafeBagBuilder bag = new PKCS12SafeBagBuilder(new JcaX509CertificateHolder(certificates.get(i)));
            bags[i] = (i == 0 ? identified(bag, name, id) : bag).build();
        }
        return bags;
    }

    /** Readers pair a key with its certificate by the local ID. */
    private static PKCS12SafeBagBuilder identified(PKCS12SafeBagBuilder bag, String name, byte[] id) {
        return bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(name))
                .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, new DEROctetString(id));
    }

    private OutputEncryptor encryptor(char[] password) {
        try {
            return new JcePKCSPBEOutputEncryptorBuilder(encryption)
                    .setProvider(BouncyCastle.PROVIDER)
                    .setPRF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE))
                    .setIterationCount(rounds)
                    .build(password);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("Bouncy Castle has both encryptions.", e);
        }
    }
}
