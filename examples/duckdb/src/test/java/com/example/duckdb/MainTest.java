package com.example.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private static final String VENDOR = "85012345";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void theSecondRunDownloadsAndAddsNothing() {
        try (Sandbox sandbox = Sandbox.start()) {
            LocalDate last = LocalDate.now().minusDays(3);
            String[] arguments = {VENDOR, last.minusDays(30).toString(), last.toString(), folder.toString()};
            assertThat(run(sandbox.environment(), arguments)).isZero();
            String first = output.toString(StandardCharsets.UTF_8);
            int requests = sandbox.requests().size();
            assertThat(requests).isEqualTo(31);
            System.out.print(first);

            output.reset();
            assertThat(run(sandbox.environment(), arguments)).isZero();
            assertThat(sandbox.requests()).hasSize(requests);
            assertThat(output.toString(StandardCharsets.UTF_8).lines().skip(1))
                    .hasSizeGreaterThan(3)
                    .containsExactlyElementsOf(first.lines().skip(1).toList());
            assertThat(folder.resolve("sales.parquet")).exists();
        }
    }

    @Test
    void anUnknownVendorEndsWithApplesReason() {
        try (Sandbox sandbox = Sandbox.start()) {
            String day = LocalDate.now().minusDays(3).toString();
            assertThat(run(sandbox.environment(), "85099999", day, day, folder.toString()))
                    .isEqualTo(1);
            assertThat(output.toString(StandardCharsets.UTF_8)).contains("Invalid vendor number specified");
        }
    }

    @Test
    void aDateOfAnotherFormShowsTheUsage() {
        assertThat(run(Map.of(), VENDOR, "11/01/2026", "11/02/2026")).isEqualTo(2);
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("11/01/2026")
                .contains("Usage: run VENDOR FROM TO");
    }

    private int run(Map<String, String> environment, String... arguments) {
        PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        return Main.run(arguments, environment, stream, stream);
    }
}
