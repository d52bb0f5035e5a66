package io.github.ascjava.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keys, certificates and profiles for tests. */
public final class TestPki {

    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    public static final Instant FROM = NOW.minusSeconds(86_400);
    public static final Instant UNTIL = NOW.plusSeconds(86_400 * 300L);

    private TestPki() {}

    /** Returns a certificate that its own key has signed, for a common name. */
    public static X509Certificate certificate(SigningKey key, String name) {
        return certificate(key, name, FROM, UNTIL);
    }

    public static X509Certificate certificate(SigningKey key, String name, Instant from, Instant until) {
        return issue(key, name, key, name, from, until);
    }

    /** Returns a certificate that another key has signed. */
    public static X509Certificate issue(
            SigningKey issuer, String issuerName, SigningKey key, String name, Instant from, Instant until) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    subject(issuerName),
                    BigInteger.valueOf(Math.abs((long) name.hashCode()) + 1),
                    Date.from(from),
                    Date.from(until),
                    subject(name),
                    key.publicKey());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(key == issuer));
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer(issuer)));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns a profile whose property list has some members of XML. */
    public static byte[] profile(SigningKey key, X509Certificate signer, String members) {
        return signed(key, List.of(signer), plist(members));
    }

    public static String plist(String members) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\""
                + " \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\"><dict>" + members
                + "</dict></plist>\n";
    }

    /** Returns members of a profile: name, entitlements, dates. */
    public static String members(String name, String more) {
        return "<key>UUID</key><string>0b1e</string><key>Name</key><string>" + name.replace("&", "&amp;")
                + "</string><key>Entitlements</key><dict><key>application-identifier</key>"
                + "<string>TEAM123456.com.example.app</string></dict>"
                + "<key>ApplicationIdentifierPrefix</key><array><string>TEAM123456</string></array>"
                + "<key>ExpirationDate</key><date>2027-01-01T00:00:00Z</date>" + more;
    }

    public static byte[] signed(SigningKey key, List<X509Certificate> certificates, String content) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .build(algorithm(key), key.privateKey(), certificates.get(0)));
            generator.addCertificates(new JcaCertStore(certificates));
            return generator
                    .generate(new CMSProcessableByteArray(content.getBytes(StandardCharsets.UTF_8)), true)
                    .getEncoded();
        } catch (IOException | CMSException | GeneralSecurityException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns bytes with one byte changed, the first one of a text. */
    public static byte[] changed(byte[] content, String text) {
        int place = new String(content, StandardCharsets.ISO_8859_1).indexOf(text);
        byte[] changed = content.clone();
        changed[place] ^= 1;
        return changed;
    }

    public static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }

    /** Returns what a program wrote to its output. */
    public static byte[] run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            process.getInputStream().transferTo(out);
            if (process.waitFor() != 0) {
                throw new AssertionError(command + " ended with exit code " + process.exitValue());
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static X500Principal subject(String name) {
        return new X500Principal("CN=" + name + ",OU=TEAM123456,O=Example");
    }

    private static ContentSigner signer(SigningKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder(algorithm(key)).build(key.privateKey());
    }

    private static String algorithm(SigningKey key) {
        return key.publicKey().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }
}
