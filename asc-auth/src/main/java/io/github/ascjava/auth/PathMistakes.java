package io.github.ascjava.auth;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Finds out why a path leads to no file: it has been written for a shell, a browser or a configuration file. */
final class PathMistakes {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?[A-Za-z_]|%[A-Za-z_]+%");

    private PathMistakes() {}

    /** Returns a sentence with the next step. */
    static String adviceOn(Path file) {
        String path = file.toString();
        if (path.startsWith("~")) {
            return "It begins with ~, which only a shell replaces by the home folder. Pass the absolute path.";
        }
        if (path.startsWith("file:")) {
            return "It is a file: URI. Pass the path alone, or Path.of(URI.create(..)).";
        }
        if (path.matches("[\"'].*|.*[\"']")) {
            return "It holds quotes, which are not part of the name. Remove them.";
        }
        if (VARIABLE.matcher(path).find()) {
            return "It holds the name of a variable, which only a shell replaces by its value. Pass the value.";
        }
        if (!path.equals(path.strip())) {
            return "It begins or ends with a blank or a line break. Remove it.";
        }
        return "Check the path; Apple lets a key be downloaded only once.";
    }
}
