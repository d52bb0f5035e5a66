package io.github.ascjava.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.uploads.UploadProblem;
import io.github.ascjava.uploads.UploadProgress;
import io.github.ascjava.uploads.UploadStage;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class UploadViewTest {

    private static final long SIZE = 20_000_000;
    private static final Map<String, String> PLACE = place();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aTerminalHasABarThatIsReplacedAndTakenAway() {
        UploadView view = new UploadView(terminal(true, 80), false);
        view.onProgress(progress("a.mov", UploadStage.RESERVING, 0, 0));
        view.onProgress(progress("a.mov", UploadStage.SENDING, SIZE / 4, 1));
        view.onProgress(progress("a.mov", UploadStage.PROCESSING, SIZE, 4));
        view.onProgress(progress("a.mov", UploadStage.COMPLETE, SIZE, 4));
        view.done("a.mov", "appPreviews", "p1", "a.mov is uploaded.");

        assertThat(shown())
                .containsExactly(
                        "a.mov  reserving",
                        "a.mov  [#####...............] 25 % of 20.0 MB, 2.0 MB/s  part 1/4",
                        "a.mov  sent; Apple is processing it",
                        "",
                        "");
        assertThat(out).hasToString("a.mov is uploaded.\n");
    }

    @Test
    void aFileHasALineForEachStageAndQuarter() {
        UploadView view = new UploadView(terminal(false, 0), false);
        view.onProgress(progress("a.mov", UploadStage.SENDING, 0, 0));
        for (int part = 1; part <= 4; part++) {
            view.onProgress(progress("a.mov", UploadStage.SENDING, SIZE * part / 4, part));
        }
        assertThat(err.toString().lines())
                .containsExactly(
                        "a.mov: sending.",
                        "a.mov: 25 % of 20.0 MB, 2.0 MB/s.",
                        "a.mov: 50 % of 20.0 MB, 2.0 MB/s.",
                        "a.mov: 75 % of 20.0 MB, 2.0 MB/s.",
                        "a.mov: 100 % of 20.0 MB, 2.0 MB/s.");
    }

    @Test
    void severalUploadsShareOneBar() {
        UploadSteps steps = new UploadSteps(terminal(true, 90), false, 4);
        UploadView first = steps.upload(PLACE);
        UploadView second = steps.upload(PLACE);
        steps.deleted(PLACE, "old.mov", "appPreviews", "p0");
        first.onProgress(progress("a.mov", UploadStage.SENDING, SIZE / 2, 2));
        second.onProgress(progress("b.mov", UploadStage.SENDING, SIZE / 2, 2));
        first.onProgress(progress("a.mov", UploadStage.COMPLETE, SIZE, 4));
        steps.uploaded(PLACE, "a.mov", "appPreviews", "p1");
        steps.ended();

        assertThat(shown())
                .containsExactly(
                        "[#####...............] 1 of 4  de-DE IPHONE_67 old.mov is deleted",
                        "[#######.............] 1 of 4  de-DE IPHONE_67 a.mov: 50 % of 20.0 MB, 2.0 MB/s",
                        "[##########..........] 1 of 4  de-DE IPHONE_67 b.mov: 50 % of 20.0 MB, 2.0 MB/s",
                        "[############........] 2 of 4  de-DE IPHONE_67 a.mov is uploaded",
                        "");
    }

    @Test
    void aBarIsNotLongerThanTheScreen() {
        UploadSteps steps = new UploadSteps(terminal(true, 30), false, 4);
        steps.upload(PLACE).onProgress(progress("a.mov", UploadStage.SENDING, SIZE / 2, 2));
        assertThat(shown()).singleElement().asString().hasSize(29);
    }

    @Test
    void ofSeveralUploadsLargeFilesHaveLinesWhileTheyAreSent() {
        UploadSteps steps = new UploadSteps(terminal(false, 0), false, 2);
        UploadView view = steps.upload(PLACE);
        view.onProgress(progress("a.mov", UploadStage.SENDING, 0, 0));
        for (int part = 1; part <= 4; part++) {
            view.onProgress(progress("a.mov", UploadStage.SENDING, SIZE * part / 4, part));
        }
        view.onNotice("a.mov", "It continues.");
        view.onWarning("a.mov", new UploadProblem("CODE", "It is odd.", null));
        steps.uploaded(PLACE, "a.mov", "appPreviews", "p1");
        steps.deleted(PLACE, "", "appPreviews", "p0");
        assertThat(err.toString().lines())
                .containsExactly(
                        "de-DE IPHONE_67 a.mov: 25 % of 20.0 MB, 2.0 MB/s.",
                        "de-DE IPHONE_67 a.mov: 50 % of 20.0 MB, 2.0 MB/s.",
                        "de-DE IPHONE_67 a.mov: 75 % of 20.0 MB, 2.0 MB/s.",
                        "de-DE IPHONE_67 a.mov: It continues.",
                        "Apple warns about de-DE IPHONE_67 a.mov: " + new UploadProblem("CODE", "It is odd.", null),
                        "1 of 2: de-DE IPHONE_67 a.mov is uploaded.",
                        "2 of 2: de-DE IPHONE_67 p0 is deleted.");
    }

    private static Map<String, String> place() {
        Map<String, String> place = new LinkedHashMap<>();
        place.put("locale", "de-DE");
        place.put("displayType", "IPHONE_67");
        return place;
    }

    private Terminal terminal(boolean isInteractive, int width) {
        return new Terminal(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new BufferedReader(new StringReader("")),
                false,
                isInteractive,
                width,
                Ansi.OFF);
    }

    /** Returns what the line showed, one after the other. */
    private List<String> shown() {
        return Stream.of(err.toString().split("\r\u001b\\[K", -1)).skip(1).toList();
    }

    private static UploadProgress progress(String name, UploadStage stage, long sent, int parts) {
        return new UploadProgress(name, stage, sent, SIZE, parts, 4, 2_000_000);
    }
}
