package io.github.ascjava.signing.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.jspecify.annotations.Nullable;

/** Reads PKCS#12 files (RFC 7292), in DER or BER, with any of the encryptions that others write. */
public final class Pkcs12Reader {

    /**
     * How an empty password goes into the computation: as two bytes of zero, which a NUL of one character is equal to, or as
     * no bytes at all.
     */
    private static final List<char[]> EMPTY_PASSWORDS = List.of(new char[1], new char[0]);

    private final InputDecryptorProvider decryptor;
    private final Pkcs12Bags found = Pkcs12Bags.empty();

    private Pkcs12Reader(char[] password) {
        this.decryptor = new JcePKCSPBEInputDecryptorProviderBuilder()
                .setProvider(BouncyCastle.PROVIDER)
                .build(password);
    }

    /**
     * Reads a file.
     *
     * @param password may be empty, for either encoding of an empty password
     */
    public static Pkcs12Bags read(byte[] content, char[] password) throws UnreadableException {
        if (content.length == 0) {
            throw new UnreadableException("is empty.");
        }
        PKCS12PfxPdu file = file(content);
        PKCSException failure = null;
        for (char[] each : password.length == 0 ? EMPTY_PASSWORDS : List.of(password)) {
            try {
                if (!file.hasMac() || isMacValid(file, each)) {
                    return contents(file, each);
                }
            } catch (PKCSException e) {
                failure = e;
            }
        }
        throw new UnreadableException(
                password.length == 0
                        ? "needs a password, or is damaged."
                        : "cannot be opened: the password is wrong, or the file is damaged.",
                failure);
    }

    private static PKCS12PfxPdu file(byte[] content) throws UnreadableException {
        try {
            PKCS12PfxPdu file = new PKCS12PfxPdu(Pfx.getInstance(content));
            if (file.hasMac()) {
                BigInteger rounds = file.toASN1Structure().getMacData().getIterationCount();
                KeyDerivation.requireBearable(rounds);
            }
            return file;
        } catch (RuntimeException e) {
            throw new UnreadableException("is not a PKCS#12 file, or is damaged or incomplete.", e);
        }
    }

    private static boolean isMacValid(PKCS12PfxPdu file, char[] password) throws PKCSException {
        return file.isMacValid(
                new JcePKCS12MacCalculatorBuilderProvider().setProvider(BouncyCastle.PROVIDER), password);
    }

    /** PBKDF2 takes no empty password, but a NUL is the same to it. */
    private static Pkcs12Bags contents(PKCS12PfxPdu file, char[] password) throws PKCSException, UnreadableException {
        try {
            return new Pkcs12Reader(password).contents(file);
        } catch (PKCSException e) {
            if (password.length > 0) {
                throw e;
            }
            return new Pkcs12Reader(new char[1]).contents(file);
        }
    }

    private Pkcs12Bags contents(PKCS12PfxPdu file) throws PKCSException, UnreadableException {
        try {
            for (ContentInfo each : file.getContentInfos()) {
                boolean isEncrypted = each.getContentType().equals(PKCSObjectIdentifiers.encryptedData);
                if (isEncrypted) {
                    KeyDerivation.requireBearable(
                            EncryptedData.getInstance(each.getContent()).getEncryptionAlgorithm());
                }
                add((isEncrypted ? new PKCS12SafeBagFactory(each, decryptor) : new PKCS12SafeBagFactory(each))
                        .getSafeBags());
            }
            return found;
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException | IOException e) {
            throw new PKCSException("damaged", e);
        }
    }

    private void add(PKCS12SafeBag[] bags) throws PKCSException, UnreadableException, IOException {
        for (PKCS12SafeBag bag : bags) {
            Object value = bag.getBagValue();
            if (value instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
                KeyDerivation.requireBearable(encrypted.toASN1Structure().getEncryptionAlgorithm());
                add(bag, encrypted.decryptPrivateKeyInfo(decryptor));
            } else if (value instanceof PrivateKeyInfo plain) {
                add(bag, plain);
            } else if (value instanceof X509CertificateHolder certificate) {
                found.certificates()
                        .add(new Pkcs12Bags.NamedCertificate(
                                name(bag), CertificateReader.read(certificate.getEncoded())));
            }
        }
    }

    private void add(PKCS12SafeBag bag, PrivateKeyInfo key) throws UnreadableException {
        found.keys().add(new Pkcs12Bags.NamedKey(name(bag), KeyPairs.of(key)));
    }

    private static @Nullable String name(PKCS12SafeBag bag) {
        Attribute[] attributes = bag.getAttributes();
        if (attributes != null) {
            for (Attribute each : attributes) {
                if (each.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_friendlyName)) {
                    ASN1Encodable value = each.getAttributeValues()[0];
                    return value instanceof ASN1String text ? text.getString() : IETFUtils.valueToString(value);
                }
            }
        }
        return null;
    }
}
