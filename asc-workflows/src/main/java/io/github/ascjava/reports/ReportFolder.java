package io.github.ascjava.reports;

import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.workflows.internal.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A folder with reports, each in a file of its own, and with a note for each report that will never exist.
 *
 * <p>The note of {@code S_D_85012345_20261101.txt.gz} is {@code S_D_85012345_20261101.none}: the state in the first line,
 * Apple's sentence in the second one.
 */
final class ReportFolder {

    private static final String ENDING = ".txt.gz";
    private static final String NOTE = ".none";
    /** A connection that breaks in the middle of a report is not an attempt of the call, which has ended by then. */
    private static final int TRIES = 3;

    private final Path folder;

    private ReportFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws UncheckedIOException if the folder cannot be created */
    static ReportFolder in(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " could not be created: " + e + ".", e);
        }
        return new ReportFolder(folder);
    }

    /** Finds a report that was stored earlier, or its final absence. */
    Optional<ReportFile> find(ReportRequest request) {
        Path file = file(request);
        if (Files.exists(file)) {
            return Optional.of(ReportFile.of(request, file));
        }
        Path note = note(request);
        try {
            return Files.exists(note) ? Optional.of(ReportFile.of(request, read(note))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + note + " could not be read: " + e + ".", e);
        }
    }

    /** Downloads a report and stores it, or its final absence. */
    ReportFile store(ReportRequest request, Supplier<Report> download) {
        for (int attempt = 1; ; attempt++) {
            Report report = download.get();
            try (report) {
                return store(request, report);
            } catch (ConnectionException e) {
                if (attempt == TRIES || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }

    private ReportFile store(ReportRequest request, Report report) {
        if (report.state() == ReportState.AVAILABLE) {
            return ReportFile.of(request, report.saveAs(file(request)));
        }
        Outcome outcome = new Outcome(report.state(), report.expectedAt(), report.detail());
        if (outcome.state().isFinal()) {
            String detail = outcome.detail() == null ? "" : outcome.detail().replaceAll("\\R", " ");
            String text = outcome.state() + "\n" + detail + "\n";
            AtomicFile.write(note(request), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
        return ReportFile.of(request, outcome);
    }

    private static Outcome read(Path note) throws IOException {
        List<String> lines = Files.readAllLines(note);
        try {
            return new Outcome(ReportState.valueOf(lines.get(0)), null, lines.get(1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("it is not a note of a report that does not exist; delete it", e);
        }
    }

    private Path file(ReportRequest request) {
        return folder.resolve(request.fileName());
    }

    private Path note(ReportRequest request) {
        String name = request.fileName();
        return folder.resolve(name.substring(0, name.length() - ENDING.length()) + NOTE);
    }
}
