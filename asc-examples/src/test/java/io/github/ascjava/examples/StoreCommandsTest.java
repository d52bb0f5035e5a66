package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCommandsTest extends SandboxedTest {

    private static final String PASSPHRASE = "correct horse battery staple";
    private static final String MATCH_PASSPHRASE = "match pass'phrase é";

    @TempDir
    Path match;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void setVariables() {
        variables.putAll(environment());
        variables.put("ASC_STORE_PASSPHRASE", PASSPHRASE);
        variables.put("XDG_STATE_HOME", folder.resolve("state").toString());
    }

    /** Copies the store of asc-signing's tests, which costs next to nothing to open; it is at generation 2. */
    private void copyStore() throws IOException {
        Path sample = resources().resolve("store/sample");
        Files.createDirectories(folder.resolve("store/objects"));
        try (Stream<Path> all = Files.walk(sample)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Files.copy(
                        each,
                        folder.resolve("store").resolve(sample.relativize(each).toString()));
            }
        }
    }

    private Program store(String command, String... more) {
        return program(Stream.concat(Stream.of("signing", "store", command, "--store", path("store")), Stream.of(more))
                .toArray(String[]::new));
    }

    private Program program(String... arguments) {
        Program run = Program.run(variables, arguments);
        assertThat(run.out() + run.err()).doesNotContain("horse", "pass'phrase", "PRIVATE KEY");
        return run;
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void assertFails(Program run, String sentence) {
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.err().replace(folder + "/", "").strip().lines())
                .last()
                .asString()
                .contains(sentence)
                .endsWith(".");
    }

    @Test
    void whatOneMachinePushesAnotherPulls() throws IOException {
        copyStore();
        Files.createDirectories(folder.resolve("mine"));
        file("mine/development.key", "a key");
        file("mine/notes.txt", "no asset");

        Program push = store("push", path("mine"));
        assertThat(push.out()).isEqualTo("Pushed development.key.\nThe store is at generation 3.\n");
        assertThat(push.err()).contains("are not encrypted");
        assertThat(store("push", path("mine")).out()).isEqualTo("The store is at generation 3.\n");
        store("push", "--remove", "profiles/app.mobileprovision", "--remove", "distribution.cer");

        Program pull = store("pull", path("theirs"));
        assertThat(pull.out().replace(path("theirs"), "theirs")).isEqualTo("""
                Wrote theirs/development.key.
                Wrote theirs/distribution.key.
                The store is at generation 4.
                """);
        assertThat(folder.resolve("theirs/development.key")).hasContent("a key");
        assertThat(store("check").out()).isEqualTo("""
                development.key (5 bytes, since generation 3)
                distribution.key (5 bytes, since generation 2)
                The store is at generation 4.
                Every file can be read.
                """);
        assertThat(store("push", "--remove", "unknown.key").exitCode()).isEqualTo(2);
    }

    @Test
    void aNewStoreIsEmpty() {
        assertThat(store("create").out()).matches("Made the store [0-9a-f]{32} in .*\\.\n");
        assertThat(store("check").out()).isEqualTo("The store is at generation 1.\nEvery file can be read.\n");
        assertFails(store("create"), "There is a store in");
    }

    @Test
    void theNewPassphraseReplacesTheOldOne() throws IOException {
        copyStore();
        assertFails(
                store("rotate-passphrase"),
                "Give the passphrase of the store from now on in the variable"
                        + " ASC_STORE_NEW_PASSPHRASE, or with --new-passphrase-fd.");
        variables.put("ASC_STORE_NEW_PASSPHRASE", "another horse in the field");

        assertThat(store("rotate-passphrase").out())
                .isEqualTo("The store has the new passphrase.\nThe store is at generation 3.\n");

        assertFails(store("check"), "The passphrase does not open the store");
        variables.put("ASC_STORE_PASSPHRASE", "another horse in the field");
        assertThat(store("check").exitCode()).isZero();
        variables.put("ASC_STORE_NEW_PASSPHRASE", PASSPHRASE);
        assertThat(store("rotate-passphrase", "--reencrypt").exitCode()).isZero();
    }

    @Test
    void anOlderCopyIsNoticedByTheMachineThatHasSeenTheNewer() throws IOException {
        copyStore();
        byte[] first = Files.readAllBytes(folder.resolve("store/store.head"));
        Files.createDirectories(folder.resolve("mine"));
        file("mine/development.key", "a key");
        store("push", path("mine"));
        Files.write(folder.resolve("store/store.head"), first);

        assertFails(store("check"), "is at generation 2, but this machine has seen generation 3");
        variables.put("XDG_STATE_HOME", folder.resolve("elsewhere").toString());
        assertFails(store("check", "--at-least", "3"), "generation 3 or later is required");
        assertThat(store("check", "--accept").exitCode()).isZero();
    }

    @Test
    void withoutStoreOrPassphraseTheNextStepIsSaid() {
        Program pull = store("pull", path("theirs"));
        assertThat(pull.exitCode()).isEqualTo(1);
        assertThat(pull.err()).contains("make one with: asc signing store create --store");
        variables.remove("ASC_STORE_PASSPHRASE");
        assertFails(store("create"), "in the variable ASC_STORE_PASSPHRASE, or with --passphrase-fd.");
        assertThat(folder.resolve("store")).doesNotExist();
    }

    @Test
    void thePassphraseIsReadFromAFileDescriptor() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/fd")), "needs /dev/fd");
        variables.remove("ASC_STORE_PASSPHRASE");
        assertFails(store("create", "--passphrase-fd", "987"), "The file descriptor 987 is not open");
    }

    @Test
    void ensureKeepsWhatItMakesInTheStoreAndNowhereElse() throws IOException {
        copyStore();
        Program dry = program("signing", "ensure", "com.example.harbour", "--store", path("store"), "--dry-run");
        assertThat(dry.exitCode()).as(dry.err()).isZero();

        Program ensure = program("signing", "ensure", "com.example.harbour", "--store", path("store"));

        assertThat(ensure.exitCode()).as(ensure.err()).isZero();
        assertThat(ensure.out()).contains("development.cer in the store " + path("store"));
        assertThat(store("check").out())
                .contains("development.key (", "development.cer (", ".mobileprovision (", "Every file can be read.");
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("key")))
                    .toList()) {
                assertThat(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1))
                        .doesNotContain("PRIVATE KEY");
            }
        }
        assertThat(program("signing", "ensure", "com.example.harbour", "--store", path("store"))
                        .exitCode())
                .isZero();
    }

    @Test
    void aRenewedProfileIsKeptInTheStore() throws IOException {
        copyStore();
        Program renew = program("signing", "renew", "Trail Ledger Development", "--yes", "--store", path("store"));
        assertThat(renew.exitCode()).as(renew.err()).isZero();
        assertThat(store("check").out())
                .contains("trail-ledger-development.mobileprovision (", "The store is at generation 3.");
        assertThat(folder.resolve("signing")).doesNotExist();
    }

    @Test
    void nothingIsRenewedWithoutThePassphraseOfTheStore() throws IOException {
        copyStore();
        variables.put("ASC_STORE_PASSPHRASE", "another horse");
        assertFails(
                program("signing", "renew", "Trail Ledger Development", "--yes", "--store", path("store")),
                "The passphrase does not open the store");
        assertThat(writes()).isZero();
    }

    @Test
    void aKeyOfTheStoreIsExported() throws IOException {
        copyStore();
        program("signing", "ensure", "com.example.harbour", "--store", path("store"));
        String before = store("check").out();
        variables.put("P12", "correct horse");
        Program export = program(
                "signing",
                "export",
                "development",
                path("mine.p12"),
                "--store",
                path("store"),
                "--password-env",
                "P12");
        assertThat(export.exitCode()).as(export.err()).isZero();
        assertThat(program("signing", "inspect", path("mine.p12"), "--password-env", "P12")
                        .out())
                .contains("Identity", "Apple Development: Created via API");
        assertFails(
                program(
                        "signing",
                        "export",
                        "pass_type_id",
                        path("no.p12"),
                        "--store",
                        path("store"),
                        "--password-env",
                        "P12"),
                "The store store has no key with its certificate of the type pass_type_id");
        assertThat(store("check").out()).isEqualTo(before);
    }

    @Test
    void whatMatchStoredIsTakenOver() throws IOException, InterruptedException {
        variables.put("MATCH_PASSWORD", MATCH_PASSPHRASE);
        copyStore();
        store("push", "--remove", "distribution.key", "--remove", "distribution.cer");

        Program run = store("import-match", sampleOfMatch().toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .hasSize(6)
                .contains(
                        "Took over the certificate Apple Distribution: Example (A1B2C3D4E5) in distribution.cer in the store "
                                + path("store") + ".",
                        "The store is at generation 4.");
        assertThat(run.err())
                .contains("ends before NEWER00001")
                .contains("Developer ID Application: Example (A1B2C3D4E5) can be renewed by the Account Holder only");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("key", "state", "store");
        }
    }

    @Test
    void aRepositoryOfMatchThatCannotBeReadChangesNothing() throws IOException, InterruptedException {
        variables.put("MATCH_PASSWORD", "another one");
        copyStore();
        assertFails(
                store("import-match", sampleOfMatch().toString()), "The passphrase opens none of the encrypted files");
        assertFails(store("import-match", path("key")), "is not one of fastlane match");
        assertThat(store("check").out()).contains("The store is at generation 2.");
    }

    /** The keys are new each time, so that none is committed. */
    private Path sampleOfMatch() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "bash", resources().resolve("match/make.sh").toString(), match.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assumeTrue(process.waitFor() == 0, "openssl or ruby is not installed");
        return match;
    }

    private static Path resources() {
        return Path.of("../asc-signing/src/test/resources/io/github/ascjava/signing")
                .toAbsolutePath()
                .normalize();
    }
}
