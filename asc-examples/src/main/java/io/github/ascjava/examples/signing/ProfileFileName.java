package io.github.ascjava.examples.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file name of a profile: its name in small letters, digits and hyphens.
 *
 * <p>Names that are too long, have no such letters, or would take the file of another profile end in a hash of the name.
 */
final class ProfileFileName {

    private static final int LONGEST = 100;
    private static final int HASH_BYTES = 4;
    private static final Pattern PROFILE_NAME = Pattern.compile("<key>Name</key>\\s*<string>([^<]*)</string>");

    private final String name;
    private final String ending;

    ProfileFileName(String name, String ending) {
        this.name = name;
        this.ending = ending;
    }

    Path in(Path folder) throws IOException {
        String simple = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
        boolean isSimple = simple.length() <= LONGEST && simple.matches("[a-z0-9].*[a-z0-9]");
        Path file = folder.resolve(simple.substring(0, Math.min(LONGEST, simple.length())) + "." + ending);
        if (isSimple && (!Files.exists(file) || isOfThisProfile(file))) {
            return file;
        }
        String beginning = simple.replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        String cut = beginning.substring(0, Math.min(LONGEST, beginning.length()));
        return folder.resolve((cut.isEmpty() ? "profile" : cut) + "-" + hash() + "." + ending);
    }

    /** A profile is signed, but the property list inside can be read as it is. */
    private boolean isOfThisProfile(Path file) throws IOException {
        Matcher found = PROFILE_NAME.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        return found.find()
                && found.group(1)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&apos;", "'")
                        .replace("&amp;", "&")
                        .equals(name);
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
