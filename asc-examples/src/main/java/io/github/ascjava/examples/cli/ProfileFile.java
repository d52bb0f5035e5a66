package io.github.ascjava.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of profiles: {@code [name]}, and below it lines such as {@code key_id = 2X9R4HXF34}. Lines that begin with {@code #} are
 * comments.
 *
 * <p>No message quotes a value, because it may be a key in the wrong place.
 */
final class ProfileFile {

    /** The settings of a profile are called like the variables of the environment, without {@code ASC_}. */
    private static final List<String> SETTINGS = List.of(
            "key_id",
            "issuer_id",
            "private_key_path",
            "key_json_path",
            "token_duration",
            "in_house",
            "base_url",
            "read_only");

    private static final Pattern PROFILE = Pattern.compile("\\[\\s*([^\\[\\]]*[^\\[\\]\\s])\\s*]");
    private static final Pattern SETTING = Pattern.compile("(\\w+)\\s*=\\s*(.*)");
    /** PEM, or what all P-256 keys contain in base64: the name of their curve. */
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("PRIVATE KEY|GCCqGSM49AwEH|(?m)^\\s*private_key(_b64)?\\s*=");

    private static final Set<PosixFilePermission> NOT_PRIVATE = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private final Path file;

    ProfileFile(Path file) {
        this.file = file;
    }

    /** Returns the settings of all profiles by their names. */
    Map<String, Map<String, String>> read() {
        String content = content();
        if (PRIVATE_KEY.matcher(content).find()) {
            throw new FailedException("The file " + file + " contains a private key. Put the key into a file of its own"
                    + " (chmod 600), and write its path: private_key_path = PATH");
        }
        Map<String, Map<String, String>> profiles = new TreeMap<>();
        Map<String, String> current = null;
        int number = 0;
        for (String line : content.lines().map(String::strip).toList()) {
            number++;
            Matcher profile = PROFILE.matcher(line);
            Matcher setting = SETTING.matcher(line);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (profile.matches()) {
                current = new TreeMap<>();
                require(profiles.put(profile.group(1), current) == null, number, "names a profile for the second time");
            } else {
                require(setting.matches(), number, "is neither [PROFILE] nor SETTING = VALUE");
                require(
                        SETTINGS.contains(setting.group(1)),
                        number,
                        "does not begin with a setting; there are " + String.join(", ", SETTINGS));
                if (current == null) {
                    throw problem(number, "stands above the first [PROFILE]");
                }
                require(
                        current.put(setting.group(1), setting.group(2)) == null,
                        number,
                        "repeats a setting of its profile");
            }
        }
        return profiles;
    }

    private void require(boolean isRight, int line, String otherwise) {
        if (!isRight) {
            throw problem(line, otherwise);
        }
    }

    private FailedException problem(int line, String what) {
        return new FailedException("Line " + line + " of " + file + " " + what + ". Correct it.");
    }

    private String content() {
        try {
            requirePrivate();
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new FailedException(
                    "There are no profiles: " + file + " does not exist. Create it, with the mode 600.", e);
        } catch (MalformedInputException e) {
            throw new FailedException("The file " + file + " is not text in UTF-8. Correct it.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever can change the file can have requests signed with another key, and sent elsewhere. */
    private void requirePrivate() throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix == null) {
            return;
        }
        Set<PosixFilePermission> shared = EnumSet.copyOf(NOT_PRIVATE);
        shared.retainAll(posix.readAttributes().permissions());
        if (!shared.isEmpty()) {
            throw new FailedException("The file " + file + " is open to others than its owner. Run: chmod 600 " + file);
        }
    }
}
