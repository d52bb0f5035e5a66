package io.github.ascjava.signing.match;

import io.github.ascjava.signing.SigningException;
import io.github.ascjava.signing.internal.PrivateFiles;
import io.github.ascjava.signing.internal.UnreadableException;
import io.github.ascjava.signing.match.internal.MatchCipher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a repository of match, and the passphrase, which is overwritten in the end. */
final class MatchFiles implements AutoCloseable {

    private static final int LARGEST = 4 << 20;
    private static final String CERTIFICATES = "certs";
    private static final String PROFILES = "profiles";

    private final Path folder;
    private final List<Path> roots;
    private final byte[] passphrase;
    private int encrypted;
    private int decrypted;

    MatchFiles(Path folder, char[] passphrase) throws IOException {
        this.folder = folder;
        this.roots = roots(folder);
        ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
        this.passphrase = new byte[utf8.remaining()];
        utf8.get(this.passphrase);
        utf8.clear().put(new byte[utf8.capacity()]);
    }

    /** A bucket has a folder per team; a repository has a branch per team and no such folder. */
    private static List<Path> roots(Path folder) throws IOException {
        List<Path> roots = new ArrayList<>();
        for (Path each : isRoot(folder) ? List.of(folder) : children(folder)) {
            if (isRoot(each)) {
                roots.add(each);
            }
        }
        if (roots.isEmpty()) {
            throw new SigningException(
                    "The folder " + folder + " is not one of fastlane match: neither it nor a folder in it"
                            + " has a folder " + CERTIFICATES + " or " + PROFILES
                            + ". Check out the branch of the team, or download the bucket.");
        }
        return roots;
    }

    private static boolean isRoot(Path folder) {
        return Files.isDirectory(folder.resolve(CERTIFICATES)) || Files.isDirectory(folder.resolve(PROFILES));
    }

    List<Path> certificates() throws IOException {
        return files(CERTIFICATES, ".cer", ".p12");
    }

    List<Path> profiles() throws IOException {
        return files(PROFILES, ".mobileprovision", ".provisionprofile");
    }

    private List<Path> files(String part, String... endings) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : roots) {
            for (Path kind : children(root.resolve(part))) {
                children(kind).stream()
                        .filter(Files::isRegularFile)
                        .filter(file -> Arrays.stream(endings)
                                .anyMatch(file.getFileName().toString()::endsWith))
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    /** Returns the path in the repository, with slashes. */
    String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    byte[] decrypted(Path file) throws IOException, UnreadableException {
        byte[] content = PrivateFiles.read(file, LARGEST);
        if (!MatchCipher.isEncrypted(content)) {
            return content;
        }
        encrypted++;
        byte[] plain = MatchCipher.decrypt(content, passphrase);
        decrypted++;
        return plain;
    }

    /** Throws an exception if there are several encrypted files and none could be decrypted: then it is not the files. */
    void requireAnyDecrypted() {
        if (encrypted > 1 && decrypted == 0) {
            throw new SigningException("The passphrase opens none of the encrypted files in " + folder + " ("
                    + encrypted + "). Take the one that fastlane match calls MATCH_PASSWORD.");
        }
    }

    /** Returns the kind of a certificate by its path. */
    static Optional<MatchKind> kind(String path) {
        String[] parts = path.split("/", -1);
        return MatchKind.ofFolder(parts[parts.length - 2]);
    }

    static String sentence(String name, Exception fault) {
        return fault instanceof SigningException ? name + ": " + fault.getMessage() : name + " " + fault.getMessage();
    }

    @Override
    public void close() {
        Arrays.fill(passphrase, (byte) 0);
    }
}
