package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class NotarizeCommandTest extends SandboxedTest {

    private String zip() throws IOException {
        Path file = folder.resolve("Example.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry program = new ZipEntry("Example.app/Contents/MacOS/Example");
            program.setTime(0);
            zip.putNextEntry(program);
            zip.write(new byte[1000]);
        }
        return file.toString();
    }

    @Test
    void waitsForTheResult() throws IOException {
        Program run = Program.run("notarize", zip(), "--wait");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .hasSize(2)
                .first()
                .asString()
                .matches("Example\\.zip is submitted as [0-9a-f-]{36}\\.");
        assertThat(run.out()).endsWith("Example.zip is Accepted." + System.lineSeparator());
    }

    @Test
    void printsTheIssues() throws IOException {
        Program run = Program.run("notarize", zip(), "--wait", "--name", "a [sandbox: invalid].zip");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("Invalid: Archive contains critical validation errors", "error: The binary is not signed");
    }

    @Test
    void saysThatSubmittingAgainDoesNotHelp() throws IOException {
        Program run = Program.run("notarize", zip(), "--wait", "--name", "a [sandbox: rejected].zip");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("Rejected: Team is not yet configured for notarization.");
        assertThat(run.err()).contains("submitting again does not help");
    }

    @Test
    void timeMayBeUpBefore() throws IOException {
        Program run = run("notarize", zip(), "--wait", "--minutes", "0");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("still in progress after 0 minutes", "asc notarize history");
    }

    @Test
    void doesNotSubmitTwiceWithAStateFile() throws IOException {
        String state = folder.resolve("state").toString();
        run("notarize", zip(), "--state", state);
        Program again = run("notarize", zip(), "--state", state);
        assertThat(again.out()).contains("was submitted before as");
        assertThat(run("notarize", "history", "--csv").out().lines()).hasSize(2);
    }

    @Test
    void namesOtherSubmissionsOfTheSameName() throws IOException {
        run("notarize", zip());
        assertThat(run("notarize", zip()).err()).contains("Apple also lists submission", "In Progress");
    }

    @Test
    void showsAndSavesLogs() throws IOException {
        run("notarize", zip());
        String id = run("notarize", "history", "--csv")
                .out()
                .lines()
                .toList()
                .get(1)
                .split(",", -1)[0]
                .replace("\"", "");
        assertThat(run("notarize", "log", id).err()).contains("has no log yet");
        sandbox.advanceTime(Duration.ofMinutes(10));
        assertThat(run("notarize", "log", id).out()).startsWith("Accepted: Ready for distribution");
        Path file = folder.resolve("log.json");
        assertThat(run("notarize", "log", id, "--output", file.toString()).exitCode())
                .isZero();
        assertThat(file).content().contains(id);
    }

    @Test
    void saysInASentenceWhatIsWrong() throws IOException {
        assertThat(run("notarize").exitCode()).isEqualTo(2);
        assertThat(run("notarize").err()).contains("Name the file to notarize");
        assertThat(run("notarize", file("a.txt", "hello")).err()).contains("Apple notarizes zip archives");
        assertThat(run("notarize", folder.resolve("no.zip").toString()).err()).contains("does not exist");
        assertThat(run("notarize", zip(), "--webhook", "ftp://example.com").exitCode())
                .isEqualTo(2);
        assertThat(run("notarize", zip(), "--state", file("notes", "my notes")).err())
                .contains("does not describe a submission");
        assertThat(run("notarize", "log", "00000000-0000-4000-8000-000000000000")
                        .err())
                .contains("There is no resource of type 'submissions'");
        assertThat(writes()).isZero();
    }
}
