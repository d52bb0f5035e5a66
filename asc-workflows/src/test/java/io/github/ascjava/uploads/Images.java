package io.github.ascjava.uploads;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Images of the tests: black, but for one pixel that makes their bytes differ. */
final class Images {

    private Images() {}

    /** Writes an image in the format of the name's extension. */
    static Path write(Path file, int width, int height, int content) {
        return write(file, width, height, content, BufferedImage.TYPE_BYTE_GRAY);
    }

    static Path writeWithAlpha(Path file, int width, int height) {
        return write(file, width, height, 0, BufferedImage.TYPE_4BYTE_ABGR);
    }

    private static Path write(Path file, int width, int height, int content, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        image.setRGB(content, 0, 0xffffff);
        String name = file.toString();
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
