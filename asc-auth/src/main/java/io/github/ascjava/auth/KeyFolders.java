package io.github.ascjava.auth;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folders in which Apple's own command-line tools look for a key file (docs/live-service.md#key-folders). */
final class KeyFolders {

    private final List<Path> folders;

    KeyFolders(Path workingDirectory, Path home) {
        this.folders = List.of(
                workingDirectory.resolve("private_keys"),
                home.resolve("private_keys"),
                home.resolve(".private_keys"),
                home.resolve(".appstoreconnect").resolve("private_keys"));
    }

    static KeyFolders standard() {
        return new KeyFolders(Path.of(""), Path.of(System.getProperty("user.home", "")));
    }

    Path find(String keyId) {
        String name = "AuthKey_" + KeyIds.requireKeyId(keyId) + ".p8";
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new InvalidApiKeyException("None of the standard folders " + folders + " holds "
                        + name + ". Put the file into one of them, or pass its path or text."));
    }
}
