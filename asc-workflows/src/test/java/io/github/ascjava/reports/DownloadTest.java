package io.github.ascjava.reports;

import static io.github.ascjava.reports.TestReports.SOLD;
import static io.github.ascjava.reports.TestReports.TODAY;
import static io.github.ascjava.reports.TestReports.VENDOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {

    private static final String PATH = "/v1/salesReports";

    @TempDir
    Path folder;

    private final Sandbox sandbox = TestReports.sandbox().start();
    private final Reports reports = Reports.of(sandbox.client());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aReportGetsTheNameThatAppleGivesIt() throws IOException {
        String name = "S_D_85012345_" + SOLD.toString().replace("-", "") + ".txt.gz";
        ReportFile file = reports.download(SalesReportRequest.daily(VENDOR, SOLD), folder.resolve("new"));
        assertThat(file.state()).isEqualTo(ReportState.AVAILABLE);
        assertThat(file.path()).isEqualTo(folder.resolve("new").resolve(name));
        assertThat(TestReports.lines(Files.newInputStream(file.path()))).hasSizeGreaterThan(1);
        assertThat(names(folder.resolve("new"))).containsExactly(name);
    }

    @Test
    void theRowsOfAFileAreThoseOfTheReport() {
        SalesReportRequest request = SalesReportRequest.daily(VENDOR, SOLD);
        try (Report report = reports.sales(request);
                ReportReader ofReport = report.rows();
                ReportReader ofFile = reports.download(request, folder).rows()) {
            assertThat(ofFile.stream().map(ReportRow::toMap))
                    .isNotEmpty()
                    .containsExactlyElementsOf(
                            ofReport.stream().map(ReportRow::toMap).toList());
        }
    }

    @Test
    void anExistingFileIsReplaced() throws IOException {
        SalesReportRequest request = SalesReportRequest.daily(VENDOR, SOLD);
        Path file = folder.resolve(request.fileName());
        Files.writeString(file, "an older file");
        reports.download(request, folder);
        assertThat(TestReports.lines(Files.newInputStream(file))).hasSizeGreaterThan(1);
    }

    @Test
    void aBrokenDownloadIsRepeated() {
        sandbox.on("GET", PATH).truncateNextResponse();
        sandbox.on("GET", PATH).truncateNextResponse();
        ReportFile file = reports.download(SalesReportRequest.daily(VENDOR, SOLD), folder);
        assertThat(file.path()).exists();
        assertThat(TestReports.requests(sandbox, PATH)).hasSize(3);
    }

    @Test
    void aDownloadThatBreaksAgainAndAgainLeavesTheOldFile() throws IOException {
        SalesReportRequest request = SalesReportRequest.daily(VENDOR, SOLD);
        Files.writeString(folder.resolve(request.fileName()), "an older file");
        for (int i = 0; i < 3; i++) {
            sandbox.on("GET", PATH).truncateNextResponse();
        }
        assertThatThrownBy(() -> reports.download(request, folder)).isInstanceOf(ConnectionException.class);
        assertThat(names(folder)).containsExactly(request.fileName());
        assertThat(folder.resolve(request.fileName())).hasContent("an older file");
    }

    @Test
    void aReportCanBeSavedUnderAnyName() throws IOException {
        Path file = folder.resolve("yesterday.gz");
        try (Report report = reports.sales(SalesReportRequest.daily(VENDOR, SOLD))) {
            assertThat(report.saveAs(file)).isEqualTo(file);
        }
        assertThat(TestReports.lines(Files.newInputStream(file))).hasSizeGreaterThan(1);
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> reports.download(SalesReportRequest.daily(VENDOR, SOLD), file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aReportThatDoesNotExistIsNoFile() throws IOException {
        LocalDate quiet = TestReports.quietDay(reports);
        ReportFile file = reports.download(SalesReportRequest.daily(VENDOR, quiet), folder);
        assertThat(file.state()).isEqualTo(ReportState.NO_SALES);
        assertThat(file.file()).isNull();
        assertThatIllegalStateException().isThrownBy(file::rows).withMessageContaining("NO_SALES");
        assertThat(names(folder))
                .containsExactly("S_D_85012345_" + quiet.toString().replace("-", "") + ".none");
    }

    @Test
    void aReportThatIsNotMadeYetLeavesNoTrace() throws IOException {
        ReportFile file = reports.download(SalesReportRequest.daily(VENDOR, TODAY), folder);
        assertThat(file.state()).isEqualTo(ReportState.NOT_YET);
        assertThat(file.expectedAt()).isNotNull();
        assertThat(names(folder)).isEmpty();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
