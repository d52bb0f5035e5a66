package io.github.ascjava.examples.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The distribution, unpacked with the permissions of the zip, and a home folder for those who run it.
 *
 * @param program the folder of the zip
 * @param home the home folder
 */
record Unpacked(Path program, Path home) {

    /** Unpacks it into a new folder. */
    static Unpacked into(Path folder) throws IOException {
        return into(folder, "");
    }

    /** Unpacks it without the libraries, which the script alone does not need. */
    static Unpacked withoutLibraries(Path folder) throws IOException {
        return into(folder, ".*/lib/(?!asc\\.jar).+");
    }

    private static Unpacked into(Path folder, String excluded) throws IOException {
        Path zip = Path.of(System.getProperty("distribution"));
        try (FileSystem content = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true));
                Stream<Path> entries = Files.walk(content.getPath("/"))) {
            for (Path entry : (Iterable<Path>) entries.skip(1)::iterator) {
                if (entry.toString().matches(excluded)) {
                    continue;
                }
                Path target = folder.resolve(entry.toString().substring(1));
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(entry, target);
                    Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(entry));
                }
            }
        }
        String name = zip.getFileName().toString().replace(".zip", "");
        return new Unpacked(folder.resolve(name), Files.createDirectory(folder.resolve("home of somebody")));
    }

    Path script() {
        return program.resolve("bin/asc");
    }

    /** Where archives of classes are put. */
    Path cache() {
        return home.resolve(".cache/asc");
    }

    /** The archives, without the notes beside them. */
    List<Path> archives() throws IOException {
        if (!Files.isDirectory(cache())) {
            return List.of();
        }
        List<Path> archives = new ArrayList<>();
        Files.walkFileTree(cache(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith("-serial")) {
                    archives.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            /** A temporary file that was listed and then renamed. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return archives;
    }

    /** Runs a command to its end in the home folder, in an environment that consists of the variables, HOME and PATH. */
    Run run(Map<String, String> variables, String... command) throws IOException, InterruptedException {
        Path err = Files.createTempFile(home, "err", "");
        Process process = start(err, variables, command);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.pid(), process.waitFor(), out, Files.readString(err));
    }

    private Process start(Path err, Map<String, String> variables, String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.toFile()).redirectError(err.toFile());
        Map<String, String> environment = new HashMap<>(variables);
        environment.putIfAbsent("HOME", home.toString());
        environment.putIfAbsent("PATH", System.getenv("PATH"));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Puts a word in front of others. */
    static String[] command(Object first, String... rest) {
        List<String> words = new ArrayList<>(List.of(first.toString()));
        words.addAll(List.of(rest));
        return words.toArray(String[]::new);
    }

    /** What a process did. */
    record Run(long pid, int exitCode, String out, String err) {}
}
