package io.github.ascjava.benchmarks.reports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.ascjava.benchmarks.reports.ReportSpeed.Tally;
import io.github.ascjava.reports.ReportReader;
import io.github.ascjava.reports.ReportRow;
import io.github.ascjava.reports.SalesRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** A way to read a compressed sales report. */
enum ReadingWay {
    /** Only decompresses. */
    GUNZIP {
        @Override
        void read(Path file, Tally tally) throws IOException {
            byte[] buffer = new byte[BUFFER];
            try (InputStream in = gunzip(file)) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    tally.add((long) count);
                }
            }
        }
    },

    /** All cells as text, by {@code split}. */
    SPLIT_ALL {
        @Override
        void read(Path file, Tally tally) throws IOException {
            split(file, cells -> {
                tally.row();
                for (String cell : cells) {
                    tally.add(cell);
                }
            });
        }
    },

    /** All cells as text, by FastCSV's records with names. */
    FASTCSV_ALL {
        @Override
        void read(Path file, Tally tally) throws IOException {
            try (Reader text = new InputStreamReader(gunzip(file), StandardCharsets.UTF_8);
                    CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                            .fieldSeparator('\t')
                            .quoteCharacter('\0')
                            .ofNamedCsvRecord(text)) {
                for (NamedCsvRecord row : csv) {
                    tally.row();
                    for (String column : SalesFile.COLUMNS) {
                        tally.add(row.getField(column));
                    }
                }
            }
        }
    },

    /** All cells as text, by the library and the names of the columns. */
    ROWS_ALL {
        @Override
        void read(Path file, Tally tally) {
            try (ReportReader reader = ReportReader.open(file)) {
                for (ReportRow row : reader) {
                    tally.row();
                    for (String column : SalesFile.COLUMNS) {
                        tally.add(row.text(column));
                    }
                }
            }
        }
    },

    /** A text, a number and a date of each row, by {@code split}. */
    SPLIT_THREE {
        @Override
        void read(Path file, Tally tally) throws IOException {
            split(file, cells -> {
                tally.row();
                tally.add(cells[2]);
                tally.add(decimal(cells[8]));
                tally.add(date(cells[9]));
            });
        }
    },

    /** The same three cells, by the library. */
    ROWS_THREE {
        @Override
        void read(Path file, Tally tally) {
            try (ReportReader reader = ReportReader.open(file)) {
                for (ReportRow row : reader) {
                    tally.row();
                    tally.add(row.text("SKU"));
                    tally.add(row.decimal("Developer Proceeds"));
                    tally.add(row.date("Begin Date"));
                }
            }
        }
    },

    /** All cells with their types, by {@code split}. */
    SPLIT_TYPED {
        @Override
        void read(Path file, Tally tally) throws IOException {
            split(file, cells -> {
                tally.row();
                for (int i = 0; i < cells.length; i++) {
                    switch (i) {
                        case 7, 8, 15 -> tally.add(decimal(cells[i]));
                        case 9, 10 -> tally.add(date(cells[i]));
                        default -> tally.add(cells[i]);
                    }
                }
            });
        }
    },

    /** All cells with their types, by the library's view of sales. */
    ROWS_TYPED {
        @Override
        void read(Path file, Tally tally) {
            try (ReportReader reader = ReportReader.open(file)) {
                for (ReportRow row : reader) {
                    tally.row();
                    addAll(new SalesRow(row), tally);
                }
            }
        }
    };

    private static final int BUFFER = 1 << 16;
    private static final DateTimeFormatter MONTH_FIRST = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);

    abstract void read(Path file, Tally tally) throws IOException;

    private static InputStream gunzip(Path file) throws IOException {
        return new GZIPInputStream(Files.newInputStream(file));
    }

    private static void split(Path file, Row action) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(gunzip(file), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                action.accept(line.split("\t", -1));
            }
        }
    }

    private static BigDecimal decimal(String cell) {
        return new BigDecimal(cell);
    }

    private static LocalDate date(String cell) {
        return LocalDate.parse(cell, MONTH_FIRST);
    }

    private static void addAll(SalesRow row, Tally tally) {
        tally.add(row.provider());
        tally.add(row.providerCountry());
        tally.add(row.sku());
        tally.add(row.developer());
        tally.add(row.title());
        tally.add(row.version());
        tally.add(row.productTypeIdentifier());
        tally.add(row.units());
        tally.add(row.developerProceeds());
        tally.add(row.beginDate());
        tally.add(row.endDate());
        tally.add(row.customerCurrency());
        tally.add(row.countryCode());
        tally.add(row.currencyOfProceeds());
        tally.add(row.appleIdentifier());
        tally.add(row.customerPrice());
        tally.add(row.promoCode());
        tally.add(row.parentIdentifier());
        tally.add(row.subscription());
        tally.add(row.period());
        tally.add(row.category());
        tally.add(row.cmb());
        tally.add(row.device());
        tally.add(row.supportedPlatforms());
        tally.add(row.proceedsReason());
        tally.add(row.preservedPricing());
        tally.add(row.client());
        tally.add(row.orderType());
    }

    @FunctionalInterface
    private interface Row {
        void accept(String[] cells);
    }
}
