package io.github.ascjava.uploads.internal.packages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * A xar archive: a header, a compressed table of contents in XML, and the stored bytes of the entries. Checksums of
 * entries are not verified.
 */
final class XarArchive implements Closeable {

    private static final int HEADER_BYTES = 28;
    private static final int MAGIC = 0x78617221; // "xar!"
    private static final int VERSION = 1;
    private static final int MOST_TABLE_BYTES = 16 * 1024 * 1024;

    private final FileChannel channel;
    private final List<XarEntry> entries;
    private final long heap;

    private XarArchive(FileChannel channel) throws IOException {
        this.channel = channel;
        ByteBuffer header = ByteBuffer.wrap(stored(0, HEADER_BYTES));
        int magic = header.getInt();
        int headerBytes = header.getShort() & 0xFFFF;
        int version = header.getShort();
        if (magic != MAGIC || headerBytes < HEADER_BYTES || version != VERSION) {
            throw new UnreadablePackageException("has a damaged xar header; build the package again");
        }
        long compressed = header.getLong();
        if (compressed < 0 || compressed > MOST_TABLE_BYTES) {
            throw new UnreadablePackageException(
                    "has a table of contents of more than " + MOST_TABLE_BYTES + " bytes; check how it was built");
        }
        this.heap = headerBytes + compressed;
        byte[] table = inflated(stored(headerBytes, (int) compressed), MOST_TABLE_BYTES, "its table of contents");
        this.entries = XarContents.parse(table);
        for (XarEntry entry : entries) {
            if (entry.offset() + entry.length() > channel.size() - heap) {
                throw cut(entry.path());
            }
        }
    }

    static XarArchive open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new XarArchive(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    List<XarEntry> entries() {
        return entries;
    }

    /** Returns the content of an entry. */
    byte[] read(XarEntry entry, int limit) throws IOException {
        if (entry.length() > limit) {
            throw tooLarge(entry.path(), limit);
        }
        byte[] stored = stored(heap + entry.offset(), (int) entry.length());
        return switch (entry.encoding()) {
            case "application/octet-stream" -> stored;
            // The name says gzip; the bytes are zlib.
            case "application/x-gzip" -> inflated(stored, limit, Names.excerpt(entry.path()));
            default ->
                throw new UnreadablePackageException("has " + Names.excerpt(entry.path()) + " compressed as "
                        + Names.excerpt(entry.encoding()) + ", which is not read; build the package with productbuild");
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private byte[] stored(long position, int length) throws IOException {
        if (position + length > channel.size()) {
            throw cut("its table of contents");
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw cut("a part of it");
            }
        }
        return buffer.array();
    }

    private static byte[] inflated(byte[] stored, int limit, String what) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(stored))) {
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                content.write(buffer, 0, read);
                if (content.size() > limit) {
                    throw tooLarge(what, limit);
                }
            }
        } catch (ZipException | EOFException e) {
            throw new UnreadablePackageException("is damaged in " + what + "; build or copy the package again", e);
        }
        return content.toByteArray();
    }

    private static UnreadablePackageException tooLarge(String what, int limit) {
        return new UnreadablePackageException("has more than " + limit + " bytes in " + Names.excerpt(what)
                + ", which are not read; check how it was built");
    }

    private static UnreadablePackageException cut(String what) {
        return new UnreadablePackageException(
                "ends before " + Names.excerpt(what) + " is complete; copy or download it again");
    }
}
