package io.github.ascjava.signing.internal;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.bouncycastle.util.io.pem.PemGenerationException;
import org.jspecify.annotations.Nullable;

/** Writes private keys and certificate requests as PEM. */
public final class KeyPem {

    private KeyPem() {}

    /**
     * Returns a private key as PEM: PKCS#1 for RSA, and PKCS#8 otherwise, because Bouncy Castle's SEC 1 form of the JDK's keys
     * lacks the curve.
     */
    public static String of(PrivateKey key) {
        try {
            return pem(key.getAlgorithm().equals("RSA") ? key : new JcaPKCS8Generator(key, null));
        } catch (PemGenerationException e) {
            throw new IllegalStateException("A key without encryption can always be written.", e);
        }
    }

    /**
     * Returns a certificate request as PEM.
     *
     * @param provider what signs with the key; null to let the JVM choose
     * @throws UnreadableException if it does not
     */
    public static String certificateRequest(
            String commonName, PublicKey publicKey, PrivateKey privateKey, @Nullable Provider provider)
            throws UnreadableException {
        try {
            JcaContentSignerBuilder signer = new JcaContentSignerBuilder(
                    publicKey.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            if (provider != null) {
                signer.setProvider(provider);
            }
            return pem(new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=" + commonName), publicKey)
                    .build(signer.build(privateKey)));
        } catch (OperatorCreationException | RuntimeOperatorException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new UnreadableException(String.valueOf(cause.getMessage()), e);
        }
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
}
