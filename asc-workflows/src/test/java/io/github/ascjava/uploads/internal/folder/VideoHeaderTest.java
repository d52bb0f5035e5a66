package io.github.ascjava.uploads.internal.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ascjava.uploads.Videos;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoHeaderTest {

    private static final VideoHeader HEADER = new VideoHeader(886, 1920, Duration.ofMillis(20_500), true);

    @TempDir
    private Path folder;

    @Test
    void sizeDurationAndSoundAreRead() throws IOException {
        assertThat(VideoHeader.read(Videos.write(folder.resolve("a.mov"), 886, 1920, 20.5)))
                .isEqualTo(HEADER);
        assertThat(header(Videos.movie(20.5, Videos.video(886, 1920, 20.5, false))))
                .isEqualTo(new VideoHeader(886, 1920, Duration.ofMillis(20_500), false));
    }

    @Test
    void aVideoThatIsTurnedHasTheSizeInWhichItIsShown() throws IOException {
        assertThat(header(Videos.movie(20.5, Videos.sound(20.5), Videos.video(1920, 886, 20.5, true))))
                .isEqualTo(HEADER);
    }

    @Test
    void longLengthsAndTimesAreRead() throws IOException {
        ByteString video = Videos.video(886, 1920, 20.5, false);
        ByteString movie = Videos.box("moov", Videos.longMovieHeader(20.5), video, Videos.sound(20.5));
        ByteString longBox = Videos.join(
                Videos.number(1, 4), ByteString.encodeUtf8("mdat"), Videos.number(16 + 50, 8), Videos.zeros(50));
        assertThat(header(Videos.join(longBox, movie))).isEqualTo(HEADER);

        ByteString toTheEnd = Videos.join(Videos.zeros(4), movie.substring(4));
        assertThat(header(Videos.join(longBox, toTheEnd))).isEqualTo(HEADER);
    }

    @Test
    void aDurationThatTheHeaderDoesNotSayIsZero() throws IOException {
        ByteString video = Videos.video(886, 1920, 20.5, false);
        ByteString unknown = Videos.box(
                "mvhd", Videos.zeros(12), Videos.number(600, 4), Videos.number(0xFFFFFFFFL, 4), Videos.zeros(80));
        assertThat(Objects.requireNonNull(header(Videos.box("moov", unknown, video)))
                        .duration())
                .isZero();
        assertThat(Objects.requireNonNull(header(Videos.box("moov", video))).duration())
                .isZero();
    }

    @Test
    void whatHasNoVideoHasNoHeader() throws IOException {
        assertThat(header(Videos.movie(20, Videos.sound(20)))).isNull();
        assertThat(header(Videos.movie(20, Videos.video(0, 0, 20, false)))).isNull();
        assertThat(header(ByteString.encodeUtf8("not a video, but some text"))).isNull();
        assertThat(header(Videos.box("moov"))).isNull();
    }

    /** Everything cut, and every byte changed, is a header or none, never an exception. */
    @Test
    void aDamagedFileHasNoHeader() throws IOException {
        ByteString whole = Videos.movie(20.5, Videos.video(886, 1920, 20.5, false), Videos.sound(20.5));
        int moov = whole.indexOf(ByteString.encodeUtf8("moov"));
        for (int length = 0; length < whole.size(); length++) {
            assertThat(header(whole.substring(0, length))).isNull();
        }
        for (int i = moov - 4; i < whole.size(); i++) {
            for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
                byte[] changed = whole.toByteArray();
                changed[i] = (byte) value;
                VideoHeader header = header(ByteString.of(changed));
                assertThat(header == null || header.width() > 0).isTrue();
            }
        }
    }

    @Test
    void aVideoOfFfmpegIsRead() throws Exception {
        boolean isInstalled = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "ffmpeg")));
        assumeTrue(isInstalled, "ffmpeg is not installed");
        for (String name : new String[] {"a.mp4", "a.mov"}) {
            Path file = folder.resolve(name);
            Process ffmpeg = new ProcessBuilder(
                            "ffmpeg",
                            "-v",
                            "error",
                            "-f",
                            "lavfi",
                            "-i",
                            "color=size=886x1920:rate=5:duration=16",
                            "-f",
                            "lavfi",
                            "-i",
                            "anullsrc=channel_layout=stereo",
                            "-shortest",
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            assertThat(ffmpeg.waitFor())
                    .as(Files.readString(folder.resolve("log")))
                    .isZero();

            VideoHeader header = Objects.requireNonNull(VideoHeader.read(file));
            assertThat(header.size()).isEqualTo("886x1920");
            assertThat(header.hasSound()).isTrue();
            assertThat(header.duration()).isBetween(Duration.ofMillis(15_900), Duration.ofMillis(16_300));
        }
    }

    private @Nullable VideoHeader header(ByteString bytes) throws IOException {
        return VideoHeader.read(Videos.write(folder.resolve("video"), bytes));
    }
}
