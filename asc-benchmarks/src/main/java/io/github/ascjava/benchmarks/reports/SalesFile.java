package io.github.ascjava.benchmarks.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** A compressed sales report of any size, with the 28 columns of Apple's and made-up values. */
final class SalesFile {

    static final List<String> COLUMNS = List.of(
            "Provider",
            "Provider Country",
            "SKU",
            "Developer",
            "Title",
            "Version",
            "Product Type Identifier",
            "Units",
            "Developer Proceeds",
            "Begin Date",
            "End Date",
            "Customer Currency",
            "Country Code",
            "Currency of Proceeds",
            "Apple Identifier",
            "Customer Price",
            "Promo Code",
            "Parent Identifier",
            "Subscription",
            "Period",
            "Category",
            "CMB",
            "Device",
            "Supported Platforms",
            "Proceeds Reason",
            "Preserved Pricing",
            "Client",
            "Order Type");

    private static final List<String> COUNTRIES =
            List.of("US\tUSD", "DE\tEUR", "JP\tJPY", "GB\tGBP", "BR\tBRL", "IN\tINR");
    private static final List<String> DEVICES = List.of("iPhone", "iPad", "Desktop", "Apple TV");
    private static final List<String> TITLES =
            List.of("Your Next Cortado", "Beans Monthly", "Café au lait", "100 Beans", "次のコルタード", "Beans Yearly");
    private static final int SEED = 7;

    private SalesFile() {}

    /** Writes a file of so many bytes before compression. */
    static void write(Path file, long bytes) throws IOException {
        Random random = new Random(SEED);
        try (OutputStream out = Files.newOutputStream(file);
                Writer writer = new BufferedWriter(
                        new OutputStreamWriter(new GZIPOutputStream(out, 1 << 16), StandardCharsets.UTF_8))) {
            String header = String.join("\t", COLUMNS) + "\n";
            writer.write(header);
            long written = header.length();
            while (written < bytes) {
                String row = row(random);
                writer.write(row);
                written += row.length();
            }
        }
    }

    /** The title of a product; some are not ASCII. */
    private static String title(int product) {
        String name = TITLES.get(product % TITLES.size());
        return name + " " + product;
    }

    private static String row(Random random) {
        int product = random.nextInt(40);
        boolean inApp = product % 4 != 0;
        String[] country = COUNTRIES.get(random.nextInt(COUNTRIES.size())).split("\t", -1);
        int cents = 99 + 100 * random.nextInt(20);
        return String.join(
                "\t",
                "APPLE",
                "US",
                inApp ? "com.example.beans.product." + product : "APP" + product,
                "Bean Studio Coffee Company",
                title(product),
                inApp ? " " : "1." + product,
                inApp ? "IAY" : "1F",
                Integer.toString(1 + random.nextInt(300)),
                cents * 7 / 1000 + "." + (10 + random.nextInt(90)),
                "11/30/2026",
                "11/30/2026",
                country[1],
                country[0],
                country[1],
                "10000000" + (10 + product),
                cents / 100 + ".99",
                " ",
                inApp ? "APP" + product / 4 * 4 : " ",
                inApp ? "Renewal" : " ",
                inApp ? "1 Month" : " ",
                "Food & Drink",
                " ",
                DEVICES.get(random.nextInt(DEVICES.size())),
                "iOS",
                " ",
                " ",
                " ",
                " \n");
    }
}
