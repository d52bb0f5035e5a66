package io.github.ascjava.signing.store;

import io.github.ascjava.signing.store.internal.Argon2Cost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A store in a folder of a test, as cheap to open as the format permits. */
record TestStore(Path folder) {

    static final String PASSPHRASE = "correct horse battery staple";
    static final String KEY_PATH = "distribution.key";
    static final String CERTIFICATE_PATH = "distribution.cer";

    /** A store of three files, at generation 2; made once, because a push waits for the disk. */
    private static final Map<String, byte[]> TEMPLATE = template();

    /** Makes a store of three files, at generation 2; all of these are copies of one. */
    static TestStore create(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(StoreFiles.OBJECTS));
        TestStore store = new TestStore(folder);
        store.write(TEMPLATE);
        return store;
    }

    /** Makes a store of three files with keys and an ID of its own. */
    static TestStore createOther(Path folder) throws IOException {
        TestStore store = new TestStore(folder);
        try (SigningStore opened = store.location().create(passphrase())) {
            opened.push(changes -> changes.put(KEY_PATH, text("key 1"))
                    .put(CERTIFICATE_PATH, text("certificate 1"))
                    .put("profiles/app.mobileprovision", text("profile 1")));
        }
        return store;
    }

    private static Map<String, byte[]> template() {
        try {
            Path folder = Files.createTempDirectory("store");
            TestStore store = createOther(folder);
            Map<String, byte[]> files = store.snapshot();
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Passphrase passphrase() {
        return Passphrase.of(PASSPHRASE.toCharArray());
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    StoreFolder location() {
        return StoreFolder.of(folder).cost(Argon2Cost.LEAST);
    }

    SigningStore open() throws IOException {
        return location().open(passphrase());
    }

    void push(String path, String content) throws IOException {
        try (SigningStore store = open()) {
            store.push(changes -> changes.put(path, text(content)));
        }
    }

    Path head() {
        return folder.resolve(StoreFiles.HEAD);
    }

    /** Returns the file that holds a stored file. */
    static Path object(SigningStore store, Path folder, String path) {
        return folder.resolve(StoreFiles.OBJECTS).resolve(store.objectName(path));
    }

    /** Returns all files of the folder with their bytes. */
    Map<String, byte[]> snapshot() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(folder.relativize(file).toString(), bytes(file)));
        }
        return files;
    }

    /** Makes the folder what it was. */
    void restore(Map<String, byte[]> snapshot) throws IOException {
        for (String file : snapshot().keySet()) {
            Files.delete(folder.resolve(file));
        }
        write(snapshot);
    }

    private void write(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
