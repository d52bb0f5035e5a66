package io.github.ascjava.examples.signing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A new RSA key to sign apps with. Apple gets the request only; the key stays here, and nobody else has it. */
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
