package io.github.ascjava.examples.signing;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** An RSA key to sign apps with. Apple receives the certificate request only; the key never leaves this machine. */
final class SigningKey {

    /** The size that Apple accepts (docs/live-service.md#certificate-requests). */
    private static final int BITS = 2048;

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    static SigningKey create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has RSA.", e);
        }
    }

    /**
     * Reads a key that was written as PEM.
     *
     * @throws IOException if the text is not an RSA key
     */
    static SigningKey read(String pem) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            Object found = parser.readObject();
            PrivateKeyInfo info = found instanceof PEMKeyPair keys ? keys.getPrivateKeyInfo() : (PrivateKeyInfo) found;
            if (info == null) {
                throw new IOException("it holds no PEM.");
            }
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
            PublicKey half = rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return new SigningKey(new KeyPair(half, key));
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IOException("it holds no RSA key.", e);
        }
    }

    /** Returns whether a certificate is for this key. */
    boolean isOf(X509Certificate certificate) {
        return certificate.getPublicKey().equals(pair.getPublic());
    }

    /** Returns the request for a certificate as PEM; Apple sets its own subject in place of the given one. */
    String certificateRequest(String commonName) {
        try {
            X500Principal subject = new X500Principal("CN=" + commonName.replaceAll("[^\\p{Alnum} .-]", ""));
            return pem(new JcaPKCS10CertificationRequestBuilder(subject, pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("Every Java signs with RSA.", e);
        }
    }

    /** Returns the private key as PEM. */
    String pem() {
        return pem(pair.getPrivate());
    }

    private static String pem(Object keyOrRequest) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(keyOrRequest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Names the kind, never the key. */
    @Override
    public String toString() {
        return "SigningKey[RSA " + BITS + "]";
    }
}
