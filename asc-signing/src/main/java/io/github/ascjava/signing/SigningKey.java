package io.github.ascjava.signing;

import io.github.ascjava.client.model.provisioning.CertificateType;
import io.github.ascjava.signing.internal.KeyPem;
import io.github.ascjava.signing.internal.KeyReader;
import io.github.ascjava.signing.internal.UnreadableException;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The private key of a signing certificate, RSA with 2048 bits or P-256. Apple receives a certificate request only.
 *
 * <p>A key may stay in a token (PKCS#11): {@link #of(PrivateKey, PublicKey, Provider)} takes a key whose bytes nobody can read.
 *
 * <p>{@link #toString} holds no part of the key. Immutable and thread-safe, as far as the provider is. What Apple accepts: docs/live-service.md#certificate-requests.
 *
 * @since 0.1.0
 */
public final class SigningKey {

    private static final int RSA_BITS = 2048;

    private final PrivateKey privateKey;
    private final PublicKey publicKey;
    private final @Nullable Provider provider;

    private SigningKey(PrivateKey privateKey, PublicKey publicKey, @Nullable Provider provider) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.provider = provider;
    }

    /** Generates the kind of key that Apple certifies for a type: P-256 for {@code APPLE_PAY}, RSA for all others. */
    public static SigningKey generate(CertificateType type) {
        return type.equals(CertificateType.APPLE_PAY) ? generateP256() : generateRsa();
    }

    /** Generates an RSA key with 2048 bits; that takes a tenth of a second or so. */
    public static SigningKey generateRsa() {
        return generate("RSA", new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4));
    }

    /** Generates a P-256 key. */
    public static SigningKey generateP256() {
        return generate("EC", new ECGenParameterSpec("secp256r1"));
    }

    /**
     * Returns a key pair; the JVM chooses the provider that signs with it.
     *
     * @throws SigningException if Apple certifies no keys of this kind
     */
    public static SigningKey of(PrivateKey privateKey, PublicKey publicKey) {
        return checked(new SigningKey(privateKey, publicKey, null));
    }

    /**
     * Returns a key pair with the provider that signs with it, such as that of a token.
     *
     * @throws SigningException if Apple certifies no keys of this kind
     */
    public static SigningKey of(PrivateKey privateKey, PublicKey publicKey, Provider provider) {
        return checked(new SigningKey(privateKey, publicKey, provider));
    }

    /**
     * Reads a key: PEM or DER; PKCS#1, SEC 1 or PKCS#8; encrypted or not.
     *
     * @param password null if the key is not encrypted
     * @throws SigningException if this is no key, the password is wrong or missing, or Apple certifies no such keys
     */
    public static SigningKey read(byte[] content, char @Nullable [] password) {
        try {
            return ofPair(KeyReader.read(content, password));
        } catch (UnreadableException e) {
            throw new SigningException("The key " + e.getMessage(), e);
        }
    }

    static SigningKey ofPair(KeyPair pair) {
        return of(pair.getPrivate(), pair.getPublic());
    }

    /** Returns the private key, which may have no encoded form. */
    public PrivateKey privateKey() {
        return privateKey;
    }

    /** Returns the public key. */
    public PublicKey publicKey() {
        return publicKey;
    }

    /** Returns whether a certificate is for this key. */
    public boolean isOf(X509Certificate certificate) {
        return certificate.getPublicKey().equals(publicKey)
                // Equal keys of different providers need not be equal objects.
                || Arrays.equals(certificate.getPublicKey().getEncoded(), publicKey.getEncoded());
    }

    /**
     * Returns a certificate request (PKCS#10) as PEM.
     *
     * @param commonName the subject, of which letters, digits, blanks, dots and hyphens are kept; Apple sets its own
     * @throws SigningException if the provider does not sign with the key
     */
    public String certificateRequest(String commonName) {
        try {
            return KeyPem.certificateRequest(
                    commonName.replaceAll("[^\\p{Alnum} .-]", ""), publicKey, privateKey, provider);
        } catch (UnreadableException e) {
            throw new SigningException("The certificate request could not be signed: " + e.getMessage(), e);
        }
    }

    /** Returns whether the bytes of the key can be read; those in a token cannot. */
    public boolean isExportable() {
        return privateKey.getEncoded() != null;
    }

    /**
     * Returns the private key as PEM, not encrypted: PKCS#1 for RSA, PKCS#8 for P-256.
     *
     * @throws SigningException if the key is in a token
     */
    public String toPem() {
        requireExportable();
        return KeyPem.of(privateKey);
    }

    void requireExportable() {
        if (!isExportable()) {
            throw new SigningException("The key cannot leave its token, so it cannot be written to a file.");
        }
    }

    /** Names the kind, never the key. */
    @Override
    public String toString() {
        return "SigningKey[" + kind() + "]";
    }

    private String kind() {
        return publicKey instanceof RSAPublicKey rsa
                ? "RSA " + rsa.getModulus().bitLength()
                : publicKey instanceof ECPublicKey ec
                        ? "EC " + ec.getParams().getOrder().bitLength()
                        : publicKey.getAlgorithm();
    }

    private static SigningKey checked(SigningKey key) {
        Objects.requireNonNull(key.privateKey, "privateKey");
        if (!key.kind().equals("RSA " + RSA_BITS) && !key.kind().equals("EC 256")) {
            throw new SigningException(
                    "Apple certifies RSA keys of 2048 bits and P-256 keys, but this one is " + key.kind() + ".");
        }
        return key;
    }

    private static SigningKey generate(String algorithm, AlgorithmParameterSpec kind) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(kind);
            return ofPair(generator.generateKeyPair());
        } catch (InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("This Java generates no " + algorithm + " keys for signing.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has RSA and EC.", e);
        }
    }
}
