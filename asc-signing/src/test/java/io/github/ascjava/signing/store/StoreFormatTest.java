package io.github.ascjava.signing.store;

import static io.github.ascjava.signing.store.TestStore.passphrase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ascjava.signing.internal.UnreadableException;
import io.github.ascjava.signing.store.internal.AesGcm;
import io.github.ascjava.signing.store.internal.Argon2Cost;
import io.github.ascjava.signing.store.internal.Header;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The format stays what docs/internals/signing-store.md describes. */
class StoreFormatTest {

    /** Debian's own is not always the first on the path. */
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    private static final String READ = """
            generation 2
            distribution.cer certificate 1
            distribution.key key 1
            profiles/app.mobileprovision profile 1
            """;

    @TempDir
    Path base;

    private static Path sample() throws Exception {
        return Path.of(Objects.requireNonNull(StoreFormatTest.class.getResource("sample"))
                .toURI());
    }

    @Test
    void aStoreOfTheFirstVersionIsRead() throws Exception {
        StringBuilder read = new StringBuilder();
        try (SigningStore store = StoreFolder.of(sample()).open(passphrase())) {
            read.append("generation ").append(store.generation()).append('\n');
            for (StoredFile file : store.files()) {
                String content = new String(store.read(file.path()), StandardCharsets.UTF_8);
                read.append(file.path()).append(' ').append(content).append('\n');
            }
            assertThat(store.check().isIntact()).isTrue();
        }
        assertThat(read).hasToString(READ);
    }

    /** Other implementations of Argon2id and AES-GCM come to the same. */
    @Test
    void theReaderOfTheDocumentReadsWhatIsWrittenNow() throws Exception {
        Path reader = reader();
        Optional<String> python = PYTHONS.stream()
                .filter(each -> run(each, "-c", "import argon2, cryptography"))
                .findFirst();
        assumeTrue(python.isPresent(), "python3 with the packages argon2 and cryptography is not installed");
        TestStore store = new TestStore(base.resolve("store"));
        try (SigningStore created =
                StoreFolder.of(store.folder()).cost(new Argon2Cost(2048, 2, 3)).create(passphrase())) {
            created.push(changes -> changes.put("distribution.key", TestStore.text("key 1"))
                    .put("distribution.cer", TestStore.text("certificate 1"))
                    .put("profiles/app.mobileprovision", TestStore.text("profile 1")));
        }

        for (Path folder : new Path[] {store.folder(), sample()}) {
            assertThat(run(python.get(), reader.toString(), folder.toString())).isTrue();
            assertThat(base.resolve("out")).hasContent(READ);
        }
    }

    @Test
    void pathAndKindAreBoundToTheContent() throws UnreadableException {
        byte[] key = new byte[AesGcm.KEY_BYTES];
        byte[] id = new byte[Header.ID_BYTES];
        SecureRandom random = new SecureRandom();
        Header header = Header.seal(id, Argon2Cost.LEAST, new byte[] {1}, key, random);
        byte[] sealed = AesGcm.seal(key, header.fileContext(1, "a.key"), new byte[] {42}, random);

        assertThat(AesGcm.open(key, header.fileContext(1, "a.key"), sealed)).containsExactly(42);
        for (byte[] other : new byte[][] {header.fileContext(2, "a.key"), header.fileContext(1, "b.key")}) {
            assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> AesGcm.open(key, other, sealed));
        }
    }

    private Path reader() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("docs/internals/signing-store.md"))) {
            root = Objects.requireNonNull(root.getParent());
        }
        String document = Files.readString(root.resolve("docs/internals/signing-store.md"));
        Matcher block = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL).matcher(document);
        assertThat(block.find()).isTrue();
        return Files.writeString(base.resolve("reader.py"), block.group(1));
    }

    private boolean run(String... command) {
        try {
            Path in = Files.writeString(base.resolve("in"), TestStore.PASSPHRASE + "\n");
            Process process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(base.resolve("out").toFile())
                    .redirectError(base.resolve("err").toFile())
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
