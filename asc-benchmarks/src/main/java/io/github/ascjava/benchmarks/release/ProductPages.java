package io.github.ascjava.benchmarks.release;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Texts and screenshots of an app in 40 languages, 10 screenshots each.
 *
 * @param texts the folder of the texts
 * @param screenshots the folder of the screenshots
 */
record ProductPages(Path texts, Path screenshots) {

    private static final List<String> LOCALES = List.of(
            "ar-SA", "ca", "cs", "da", "de-DE", "el", "en-AU", "en-CA", "en-GB", "en-US", "es-ES", "es-MX", "fi",
            "fr-CA", "fr-FR", "he", "hi", "hr", "hu", "id", "it", "ja", "ko", "ms", "nl-NL", "no", "pl", "pt-BR",
            "pt-PT", "ro", "ru", "sk", "sv", "th", "tr", "uk", "vi", "zh-Hans", "zh-Hant", "bn-BD");

    private static final int SCREENSHOTS = 10;
    private static final int WIDTH = 1290;
    private static final int HEIGHT = 2796;

    /** Writes them into a folder. */
    static ProductPages write(Path folder) throws IOException {
        ProductPages pages = new ProductPages(folder.resolve("metadata"), folder.resolve("screenshots"));
        for (int i = 0; i < SCREENSHOTS; i++) {
            Path image = folder.resolve(i + ".png");
            ImageIO.write(image(i), "png", image.toFile());
            for (String locale : LOCALES) {
                Path target = Files.createDirectories(pages.screenshots.resolve(locale));
                Files.copy(image, target.resolve(i + ".png"));
            }
        }
        for (String locale : LOCALES) {
            Path target = Files.createDirectories(pages.texts.resolve(locale));
            Files.writeString(target.resolve("name.txt"), "Lumière " + locale);
            Files.writeString(target.resolve("subtitle.txt"), "La lumière juste");
            Files.writeString(target.resolve("privacy_url.txt"), "https://example.com/privacy");
            Files.writeString(target.resolve("description.txt"), "Measures light, in " + locale + ".");
            Files.writeString(target.resolve("keywords.txt"), "photo,light");
            Files.writeString(target.resolve("support_url.txt"), "https://example.com/support");
        }
        return pages;
    }

    private static BufferedImage image(int number) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(20 * number, 100, 200));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.dispose();
        return image;
    }
}
