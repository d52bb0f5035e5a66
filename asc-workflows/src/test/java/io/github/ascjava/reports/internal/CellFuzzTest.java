package io.github.ascjava.reports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** What is read from bytes is what the JDK reads from the same text. */
class CellFuzzTest {

    private static final DateTimeFormatter MONTH_FIRST = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT);
    private static final DateTimeFormatter YEAR_FIRST = DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ROOT);

    @FuzzTest
    void decimal(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        try {
            BigDecimal number = Decimals.parse(bytes, 0, bytes.length);
            assertThat(number).isEqualTo(new BigDecimal(text.strip().replace(",", "")));
            assertThat(number.toPlainString()).hasSizeLessThan(300);
        } catch (NumberFormatException e) {
            assertThat(text).doesNotMatch("-?[0-9]{1,90}(\\.[0-9]{1,9})?");
        }
    }

    @FuzzTest
    void date(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.isBlank()) {
            return;
        }
        @Nullable LocalDate date;
        try {
            date = Dates.parse(bytes, 0, bytes.length);
        } catch (DateTimeException e) {
            date = null;
        }
        if (date != null) {
            DateTimeFormatter form = text.contains("/") ? MONTH_FIRST : YEAR_FIRST;
            assertThat(text.replaceAll("\\b0+(?=[0-9])", "").strip())
                    .isEqualTo(form.format(date).replaceAll("\\b0+(?=[0-9])", ""));
        } else {
            assertThat(text).doesNotMatch("(0[1-9]|1[0-2])/(0[1-9]|1[0-9]|2[0-8])/20[0-9]{2}");
        }
    }

    @FuzzTest
    void gunzip(byte[] bytes) throws IOException {
        boolean whole;
        byte[] content = new byte[0];
        try (InputStream in = GunzipInputStream.decompress(new ByteArrayInputStream(bytes))) {
            content = in.readNBytes(1 << 20);
            whole = in.read() < 0;
        } catch (UnreadableException e) {
            assertThat(e).hasMessageMatching("is (incomplete|damaged): .* download it again");
            return;
        }
        byte[] byTheJdk = byTheJdk(bytes);
        if (whole && byTheJdk != null) {
            assertThat(content).isEqualTo(byTheJdk);
        }
    }

    /** Returns null for what the JDK rejects, which is all that is not gzip, and a header with a wrong checksum. */
    private static byte @Nullable [] byTheJdk(byte[] bytes) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (EOFException | ZipException e) {
            return null;
        }
    }
}
