package io.github.ascjava.uploads.internal.transfer;

import io.github.ascjava.uploads.internal.transfer.TransferException.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file to send, of any size. Size and modification time are noted when it is opened. Thread-safe.
 *
 * <p>It is read in windows of {@value #WINDOW} bytes at positions, so several threads share one open file and none of them
 * holds more than a window in memory. Interrupting a thread that reads closes the file for all, as
 * {@link FileChannel} documents; {@link PartTransfer} reads on threads of its own.
 */
public final class SourceFile implements Closeable {

    static final int WINDOW = 64 * 1024;

    private final Path path;
    private final FileChannel channel;
    private final FileState state;

    private SourceFile(Path path, FileChannel channel, FileState state) {
        this.path = path;
        this.channel = channel;
        this.state = state;
    }

    /**
     * Opens a regular file.
     *
     * @throws UncheckedIOException if it is missing, not a regular file, or not readable
     */
    public static SourceFile open(Path path) {
        try {
            // Comes first, so that whatever changes after this is noticed.
            FileState state = FileState.of(path);
            return new SourceFile(path, FileChannel.open(path, StandardOpenOption.READ), state);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " could not be opened: " + reason(e) + ".", e);
        }
    }

    public Path path() {
        return path;
    }

    /** Returns the size in bytes when the file was opened. */
    public long size() {
        return state.size();
    }

    /** Returns the modification time when the file was opened. */
    public Instant lastModified() {
        return state.lastModified();
    }

    /**
     * Returns the MD5 of a range in lower-case hexadecimal digits. Reads on the calling thread.
     *
     * @throws TransferException if the file was changed or cannot be read, or the thread is interrupted
     */
    public String md5(long offset, long length) {
        try {
            return new Md5Pass(this, offset, length).run(position -> true);
        } catch (SourceException e) {
            throw e.asTransferException();
        }
    }

    /**
     * Checks that the file at the path is still the one that was opened.
     *
     * @throws TransferException of the kind {@link Kind#FILE_CHANGED} if it has another size or modification time, was
     *     replaced, or is gone
     */
    public void requireUnchanged() {
        try {
            check();
        } catch (SourceException e) {
            throw e.asTransferException();
        }
    }

    void check() throws SourceException {
        FileState now;
        try {
            now = FileState.of(path);
        } catch (IOException e) {
            throw changed("it can no longer be found (" + reason(e) + ")", e);
        }
        String difference = state.differenceTo(now);
        if (difference != null) {
            throw changed(difference, null);
        }
    }

    /** Fills the buffer up to its limit from a position, and flips it. */
    void read(ByteBuffer window, long position) throws SourceException {
        try {
            while (window.hasRemaining()) {
                if (channel.read(window, position + window.position()) < 0) {
                    throw changed(
                            "it ends " + (size() - position - window.position()) + " bytes earlier than before", null);
                }
            }
        } catch (SourceException e) {
            throw e;
        } catch (IOException e) {
            throw new SourceException(
                    Kind.FILE_UNREADABLE, "The file " + path + " could not be read: " + reason(e) + ".", e);
        }
        window.flip();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " could not be closed: " + reason(e) + ".", e);
        }
    }

    @Override
    public String toString() {
        return path + " (" + size() + " bytes)";
    }

    private SourceException changed(String how, @Nullable IOException cause) {
        return new SourceException(
                Kind.FILE_CHANGED,
                "The file " + path + " changed while it was being sent: " + how
                        + ". Send it again when it is complete.",
                cause);
    }

    private static String reason(IOException e) {
        // The exceptions of java.nio.file have only the path as their message.
        return e.getClass() == IOException.class
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
    }
}
