package io.github.ascjava.signing.match;

import io.github.ascjava.signing.Pkcs12;
import io.github.ascjava.signing.ProvisioningProfile;
import io.github.ascjava.signing.SigningException;
import io.github.ascjava.signing.SigningIdentity;
import io.github.ascjava.signing.SigningKey;
import io.github.ascjava.signing.internal.CertificateReader;
import io.github.ascjava.signing.internal.SignedContent;
import io.github.ascjava.signing.internal.UnreadableException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A checked-out repository or downloaded bucket of fastlane match, which is only read.
 *
 * <p>Both encryptions of match are read, also beside each other, and files that are not encrypted
 * (<a href="https://docs.fastlane.tools/actions/match/">match</a>; docs/live-service.md#what-fastlane-match-stores). The older
 * encryption does not notice changes: a certificate whose signature was damaged is then read as it is. Nothing decrypted is
 * written to disk. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class MatchRepository {

    private final Path folder;

    private MatchRepository(Path folder) {
        this.folder = folder;
    }

    /** Returns the repository in a folder: the one with {@code certs} and {@code profiles}, or the one above. */
    public static MatchRepository of(Path folder) {
        return new MatchRepository(folder);
    }

    /**
     * Reads and decrypts everything.
     *
     * @param passphrase what match calls MATCH_PASSWORD; may be empty if nothing is encrypted
     * @throws SigningException if the folder is not one of match, or the passphrase opens none of the encrypted files
     * @throws IOException if a file cannot be read
     */
    public MatchContents read(char[] passphrase) throws IOException {
        try (MatchFiles files = new MatchFiles(folder, passphrase)) {
            List<String> problems = new ArrayList<>();
            List<MatchIdentity> identities = identities(files, problems);
            List<MatchProfile> profiles = profiles(files, problems);
            files.requireAnyDecrypted();
            return new MatchContents(identities, profiles, problems);
        }
    }

    private static List<MatchIdentity> identities(MatchFiles files, List<String> problems) throws IOException {
        Map<String, X509Certificate> certificates = new TreeMap<>();
        Map<String, SigningKey> keys = new TreeMap<>();
        for (Path file : files.certificates()) {
            String name = files.name(file);
            String stem = name.substring(0, name.lastIndexOf('.'));
            try {
                byte[] content = files.decrypted(file);
                if (name.endsWith(".cer")) {
                    certificates.put(stem, CertificateReader.read(content));
                } else {
                    keys.put(stem, key(content));
                }
            } catch (UnreadableException | SigningException e) {
                problems.add(MatchFiles.sentence(name, e));
            }
        }
        return paired(certificates, keys, problems);
    }

    private static List<MatchIdentity> paired(
            Map<String, X509Certificate> certificates, Map<String, SigningKey> keys, List<String> problems) {
        List<MatchIdentity> identities = new ArrayList<>();
        certificates.forEach((stem, certificate) -> {
            SigningKey key = keys.get(stem);
            MatchKind kind = MatchFiles.kind(stem).orElse(null);
            if (kind == null) {
                problems.add(stem + ".cer is in a folder that fastlane match does not have.");
            } else if (key == null) {
                problems.add(stem + ".cer has no key that can be used beside it (" + stem + ".p12).");
            } else if (!key.isOf(certificate)) {
                problems.add(stem + ".p12 is not the key of the certificate " + stem + ".cer.");
            } else {
                String id = stem.substring(stem.lastIndexOf('/') + 1);
                identities.add(new MatchIdentity(id, kind, SigningIdentity.of(key, certificate)));
            }
        });
        keys.keySet().stream()
                .filter(stem -> !certificates.containsKey(stem))
                .forEach(stem ->
                        problems.add(stem + ".p12 has no certificate that can be used beside it (" + stem + ".cer)."));
        return identities;
    }

    /** What match made itself is a PEM text, whatever the name says; what was imported is PKCS#12 with an empty password. */
    private static SigningKey key(byte[] content) {
        boolean isPem = content.length > 0 && content[0] == '-';
        if (isPem) {
            return SigningKey.read(content, null);
        }
        Pkcs12 file = Pkcs12.read(content, new char[0]);
        List<SigningKey> keys = new ArrayList<>(file.keys());
        file.identities().forEach(identity -> keys.add(identity.key()));
        if (keys.size() != 1) {
            throw new SigningException("The PKCS#12 file holds " + keys.size() + " keys instead of one.");
        }
        return keys.get(0);
    }

    private static List<MatchProfile> profiles(MatchFiles files, List<String> problems) throws IOException {
        List<MatchProfile> profiles = new ArrayList<>();
        for (Path file : files.profiles()) {
            String name = files.name(file);
            try {
                byte[] content = files.decrypted(file);
                if (SignedContent.read(content).intactSigners().isEmpty()) {
                    throw new UnreadableException("was changed: its signature does not fit its content.");
                }
                String fileName = name.substring(name.lastIndexOf('/') + 1);
                profiles.add(new MatchProfile(fileName, content, ProvisioningProfile.read(content)));
            } catch (UnreadableException | SigningException e) {
                problems.add(MatchFiles.sentence(name, e));
            }
        }
        return profiles;
    }
}
