package io.github.ascjava.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The file name of a profile: its name in small letters, digits and hyphens.
 *
 * <p>Names that are too long, have no such letters, or would take the file of another profile end in a hash of the name.
 */
final class ProfileFileName {

    private static final int LONGEST = 100;
    private static final int HASH_BYTES = 4;

    private final String name;
    private final String ending;

    ProfileFileName(String name, String ending) {
        this.name = name;
        this.ending = ending;
    }

    String in(SigningFiles files) throws IOException {
        String simple = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
        boolean isSimple = simple.length() <= LONGEST && simple.matches("[a-z0-9].*[a-z0-9]");
        if (isSimple && isFree(simple + "." + ending, files)) {
            return simple + "." + ending;
        }
        String beginning = simple.replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        String cut = beginning.substring(0, Math.min(LONGEST, beginning.length()));
        return (cut.isEmpty() ? "profile" : cut) + "-" + hash() + "." + ending;
    }

    private boolean isFree(String file, SigningFiles files) throws IOException {
        return files.read(file).map(this::isOfThisProfile).orElse(true);
    }

    private boolean isOfThisProfile(byte[] content) {
        try {
            return ProvisioningProfile.read(content).name().equals(name);
        } catch (SigningException e) {
            return false;
        }
    }

    private String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
