package io.github.ascjava.signing;

import io.github.ascjava.signing.internal.AppArchive;
import io.github.ascjava.signing.internal.CertificateReader;
import io.github.ascjava.signing.internal.FileKind;
import io.github.ascjava.signing.internal.KeyReader;
import io.github.ascjava.signing.internal.Pkcs12Reader;
import io.github.ascjava.signing.internal.PrivateFiles;
import io.github.ascjava.signing.internal.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A file that has to do with signing: a profile, PKCS#12, a certificate, a key or an app.
 *
 * <p>What a file is, its content tells: what fastlane match calls {@code .p12} is a key in PEM, for example.
 *
 * @since 0.1.0
 */
public sealed interface SigningFile {

    /**
     * Reads a file.
     *
     * @param password for PKCS#12 and encrypted keys; null for none
     * @throws SigningException if the file is missing, empty, larger than 4 MiB (unless it is an app), damaged, of another
     *     kind, or the password is wrong; the message names the file
     * @throws IOException if the file cannot be read
     */
    static SigningFile read(Path file, char @Nullable [] password) throws IOException {
        try {
            FileKind kind = FileKind.of(beginning(file));
            if (kind == FileKind.ARCHIVE) {
                return app(file);
            }
            byte[] content = PrivateFiles.read(file, SigningFolder.MOST_BYTES);
            return switch (kind) {
                case PROFILE -> new OfProfile(ProvisioningProfile.parse(content));
                case PKCS12 ->
                    new OfPkcs12(Pkcs12.of(Pkcs12Reader.read(content, password == null ? new char[0] : password)));
                case CERTIFICATE -> new OfCertificate(CertificateReader.read(content));
                case KEY, ARCHIVE -> new OfKey(SigningKey.ofPair(KeyReader.read(content, password)));
            };
        } catch (UnreadableException e) {
            throw new SigningException("The file " + file + " " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new SigningException("The file " + file + " does not exist.", e);
        }
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8 << 10);
        }
    }

    private static SigningFile app(Path file) throws IOException, UnreadableException {
        Map<String, ProvisioningProfile> profiles = new TreeMap<>();
        for (Map.Entry<String, byte[]> each :
                AppArchive.profiles(file, SigningFolder.MOST_BYTES).entrySet()) {
            profiles.put(each.getKey(), ProvisioningProfile.parse(each.getValue()));
        }
        return new OfApp(profiles);
    }

    /** A provisioning profile. */
    record OfProfile(ProvisioningProfile profile) implements SigningFile {}

    /** A PKCS#12 file. */
    record OfPkcs12(Pkcs12 content) implements SigningFile {}

    /** A certificate. */
    record OfCertificate(X509Certificate certificate) implements SigningFile {}

    /** A private key. */
    record OfKey(SigningKey key) implements SigningFile {}

    /**
     * An app in an {@code .ipa} archive.
     *
     * @param profiles the embedded profiles by the bundles that hold them, such as {@code Payload/Trail.app}; not empty
     */
    record OfApp(Map<String, ProvisioningProfile> profiles) implements SigningFile {}
}
