package io.github.ascjava.uploads;

import io.github.ascjava.client.model.common.StateDetail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains the bare numbers that rejected builds have (docs/live-service.md#build-uploads-fail-with-numbers). */
final class BuildProblems {

    private static final String TABLE = "build-problems.txt";
    private static final Map<String, String> ADVICE = read();

    private BuildProblems() {}

    static List<UploadProblem> of(@Nullable List<StateDetail> details) {
        return Stream.ofNullable(details)
                .flatMap(List::stream)
                .map(detail -> {
                    String code = Objects.requireNonNullElse(detail.code(), "");
                    return new UploadProblem(
                            code, Objects.requireNonNullElse(detail.description(), ""), ADVICE.get(code));
                })
                .toList();
    }

    private static Map<String, String> read() {
        try (InputStream in = Objects.requireNonNull(BuildProblems.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 2))
                    .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1] + "."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
